using TorchSharp.Interop;
using TorchSharp.Utils;

namespace TorchSharp
{
    namespace Modules
    {
        public sealed class LayerNorm : torch.nn.Module<torch.Tensor, torch.Tensor>
        {
            [ComponentName(Name = nameof(weight))]
            private Parameter? _weight;

            [ComponentName(Name = nameof(bias))]
            private Parameter? _bias;

            internal LayerNorm(long[] normalized_shape, double eps, bool elementwise_affine, bool bias, torch.Device? device, torch.ScalarType? dtype)
                : base(nameof(LayerNorm))
            {
                (this.normalized_shape, this.eps, this.elementwise_affine) = (normalized_shape, eps, elementwise_affine);
                if (elementwise_affine) weight = NewParameter(normalized_shape, device, dtype);
                if (elementwise_affine && bias) this.bias = NewParameter(normalized_shape, device, dtype);
                reset_parameters();
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

            public long[] normalized_shape { get; set; }

            public double eps { get; set; }

            public bool elementwise_affine { get; set; }

            public void reset_parameters()
            {
                if (_weight is not null) torch.nn.init.ones_(_weight);
                if (_bias is not null) torch.nn.init.zeros_(_bias);
            }

            public override torch.Tensor forward(torch.Tensor tensor) =>
                torch.nn.functional.layer_norm(tensor, normalized_shape, _weight, _bias, eps);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.LayerNorm LayerNorm(
                long[] normalized_shape, double eps = 1e-05, bool elementwise_affine = true, bool bias = true, Device? device = null,
                ScalarType? dtype = null) => new(normalized_shape, eps, elementwise_affine, bias, device, dtype);

            public static Modules.LayerNorm LayerNorm(
                long normalized_shape, double eps = 1e-05, bool elementwise_affine = true, bool bias = true, Device? device = null,
                ScalarType? dtype = null) => new([normalized_shape], eps, elementwise_affine, bias, device, dtype);

            public static partial class functional
            {
                public static Tensor layer_norm(
                    Tensor input, long[] normalized_shape, Tensor? weight = null, Tensor? bias = null, double eps = 1e-5) =>
                    Operator.Call("layer_norm", input, normalized_shape, weight, bias, eps);
            }
        }
    }
}
