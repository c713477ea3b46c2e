using System;
using TorchSharp.Interop;
using TorchSharp.Utils;

namespace TorchSharp
{
    namespace Modules
    {
        public sealed class Linear : torch.nn.Module<torch.Tensor, torch.Tensor>
        {
            [ComponentName(Name = nameof(weight))]
            private Parameter? _weight;

            [ComponentName(Name = nameof(bias))]
            private Parameter? _bias;

            internal Linear(Parameter weight, Parameter? bias)
                : base(nameof(Linear))
            {
                (out_features, in_features) = (weight.size(0), weight.size(1));
                this.weight = weight;
                this.bias = bias;
            }

            internal Linear(long inputSize, long outputSize, bool hasBias, torch.Device? device, torch.ScalarType? dtype)
                : base(nameof(Linear))
            {
                (in_features, out_features) = (inputSize, outputSize);
                weight = NewParameter([outputSize, inputSize], device, dtype);
                torch.nn.init.kaiming_uniform_(weight, Math.Sqrt(5));
                if (!hasBias) return;
                double bound = inputSize > 0 ? 1 / Math.Sqrt(inputSize) : 0;
                bias = NewParameter([outputSize], device, dtype);
                torch.nn.init.uniform_(bias, -bound, bound);
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

            public long in_features { get; set; }

            public long out_features { get; set; }

            public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.linear(tensor, weight, bias);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.Linear Linear(
                long inputSize, long outputSize, bool hasBias = true, Device? device = null, ScalarType? dtype = null) =>
                new(inputSize, outputSize, hasBias, device, dtype);

            public static Modules.Linear Linear(Modules.Parameter weight, Modules.Parameter? bias = null) => new(weight, bias);

            public static partial class functional
            {
                public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null) => Operator.Call("linear", input, weights, bias);
            }
        }
    }
}
