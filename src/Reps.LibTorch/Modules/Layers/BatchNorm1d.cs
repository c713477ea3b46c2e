using System;
using TorchSharp.Interop;

namespace TorchSharp
{
    namespace Modules
    {
        public sealed class BatchNorm1d : BatchNorm
        {
            internal BatchNorm1d(
                long num_features, double eps, double momentum, bool affine, bool track_running_stats, torch.Device? device,
                torch.ScalarType? dtype)
                : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, nameof(BatchNorm1d)) { }

            protected override void ValidateInputDimensions(torch.Tensor input)
            {
                if (input.dim() is not (2 or 3)) throw new ArgumentException($"The input has {input.dim()} dimensions, and not 2 or 3.", nameof(input));
            }
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.BatchNorm1d BatchNorm1d(
                long num_features, double eps = 1e-05, double momentum = 0.1, bool affine = true, bool track_running_stats = true,
                Device? device = null, ScalarType? dtype = null) => new(num_features, eps, momentum, affine, track_running_stats, device, dtype);

            public static partial class functional
            {
                public static Tensor batch_norm(
                    Tensor input, Tensor? running_mean, Tensor? running_var, Tensor? weight = null, Tensor? bias = null, bool training = false,
                    double momentum = 0.1, double eps = 1e-5)
                {
                    if (training && input.dim() >= 2 && input.numel() == input.size(1))
                        throw new ArgumentException("There is one value to each channel: it takes several to normalize them while training.", nameof(input));
                    return Operator.Call("batch_norm", input, weight, bias, running_mean, running_var, training, momentum, eps, true);
                }
            }
        }
    }
}
