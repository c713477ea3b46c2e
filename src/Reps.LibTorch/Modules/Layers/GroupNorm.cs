using TorchSharp.Interop;
using TorchSharp.Utils;

namespace TorchSharp
{
    namespace Modules
    {
        public sealed class GroupNorm : torch.nn.Module<torch.Tensor, torch.Tensor>
        {
            [ComponentName(Name = nameof(weight))]
            private Parameter? _weight;

            [ComponentName(Name = nameof(bias))]
            private Parameter? _bias;

            internal GroupNorm(long num_groups, long num_channels, double eps, bool affine, torch.Device? device, torch.ScalarType? dtype)
                : base(nameof(GroupNorm))
            {
                (this.num_groups, this.eps, this.affine) = (num_groups, eps, affine);
                if (!affine) return;
                weight = NewParameter([num_channels], device, dtype);
                bias = NewParameter([num_channels], device, dtype);
                torch.nn.init.ones_(weight);
                torch.nn.init.zeros_(bias);
            }

            public Parameter weight
            {
                get => _weight!;
                set => _weight = Own(nameof(weight), _weight, value);
            }

            public Parameter? bias
            {
                get => _bias;
                set => _bias = Own(nameof(bias), _bias, value);
            }

            public long num_groups { get; set; }

            public double eps { get; set; }

            public bool affine { get; set; }

            public override torch.Tensor forward(torch.Tensor tensor) =>
                torch.nn.functional.group_norm(tensor, num_groups, _weight, _bias, eps);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.GroupNorm GroupNorm(
                long num_groups, long num_channels, double eps = 1e-05, bool affine = true, Device? device = null, ScalarType? dtype = null) =>
                new(num_groups, num_channels, eps, affine, device, dtype);

            public static partial class functional
            {
                public static Tensor group_norm(
                    Tensor input, long num_groups, Tensor? weight = null, Tensor? bias = null, double eps = 1e-5) =>
                    Operator.Call("group_norm", input, num_groups, weight, bias, eps);
            }
        }
    }
}
