using TorchSharp.Interop;
using TorchSharp.Utils;

namespace TorchSharp
{
    namespace Modules
    {
        public sealed class PReLU : torch.nn.Module<torch.Tensor, torch.Tensor>
        {
            [ComponentName(Name = nameof(weight))]
            private Parameter? _weight;

            internal PReLU(long num_parameters, double init, torch.Device? device, torch.ScalarType? dtype)
                : base(nameof(PReLU))
            {
                (this.num_parameters, this.init) = (num_parameters, init);
                weight = NewParameter([num_parameters], device, dtype);
                torch.nn.init.constant_(weight, init);
            }

            public Parameter weight
            {
                get => _weight!;
                set => _weight = Own(nameof(weight), _weight, value);
            }

            public long num_parameters { get; private set; }

            public double init { get; private set; }

            public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.prelu(tensor, weight);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.PReLU PReLU(long num_parameters, double init = 0.25, Device? device = null, ScalarType? dtype = null) =>
                new(num_parameters, init, device, dtype);

            public static partial class functional
            {
                public static Tensor prelu(Tensor input, Tensor weight) => Operator.Call("prelu", input, weight);
            }
        }
    }
}
