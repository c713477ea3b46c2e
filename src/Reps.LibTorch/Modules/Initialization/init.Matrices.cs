using System;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class init
        {
            public static Tensor eye_(Tensor tensor)
            {
                if (tensor.dim() != 2) throw new ArgumentException("Only a matrix can be a unit matrix.", nameof(tensor));
                using IDisposable mode = no_grad();
                TensorCalls.Zero(tensor);
                using Tensor diagonal = Operator.Call("diagonal", tensor);
                Operator.CallInPlace(diagonal, "fill_.Scalar", diagonal, 1);
                return tensor;
            }

            /// <summary>Convolutions that give their input back, channel by channel.</summary>
            public static Tensor dirac_(Tensor tensor)
            {
                long[] shape = tensor.shape;
                if (shape.Length is < 3 or > 5) throw new ArgumentException("The kernel of a convolution has three to five dimensions.", nameof(tensor));
                using IDisposable mode = no_grad();
                TensorCalls.Zero(tensor);
                Tensor centers = Operator.Call("alias", tensor);
                for (int n = shape.Length - 1; n >= 2; n--)
                {
                    using Tensor outer = centers;
                    centers = Operator.Call("select.int", outer, n, shape[n] / 2);
                }
                using Tensor matrix = centers;
                using Tensor diagonal = Operator.Call("diagonal", matrix);
                Operator.CallInPlace(diagonal, "fill_.Scalar", diagonal, 1);
                return tensor;
            }

            /// <summary>Random rows, or columns if there are fewer, that are orthogonal to one another and of length <paramref name="gain"/>.</summary>
            public static Tensor orthogonal_(Tensor tensor, double gain = 1.0)
            {
                long[] shape = tensor.shape;
                if (shape.Length < 2) throw new ArgumentException("A tensor of fewer than two dimensions has no rows and columns.", nameof(tensor));
                if (tensor.numel() == 0) return tensor;
                using IDisposable mode = no_grad();
                using DisposeScope scope = NewDisposeScope();
                (long rows, long columns) = (shape[0], tensor.numel() / shape[0]);
                Tensor random = Operator.Call("randn", (long[])[rows, columns], tensor.dtype, Argument.None, tensor.device);
                if (rows < columns) random = Operator.Call("t", random);
                (Tensor q, Tensor r) = Operator.Call2("linalg_qr", random);
                // With the signs of the diagonal the distribution is the uniform one.
                q = Operator.Call("mul.Tensor", q, Operator.Call("sign", Operator.Call("diagonal", r)));
                if (rows < columns) q = Operator.Call("t", q);
                TensorCalls.Copy(tensor, Operator.Call("reshape", q, shape));
                return Operator.CallInPlace(tensor, "mul_.Scalar", tensor, gain);
            }

            /// <summary>A normal distribution without what lies outside an interval.</summary>
            public static Tensor trunc_normal_(
                Tensor tensor, double mean = 0.0, double std = 1.0, double a = -2.0, double b = 2.0, Generator? generator = null)
            {
                using IDisposable mode = no_grad();
                using DisposeScope scope = NewDisposeScope();
                // The inverse of the cumulative distribution, of uniform numbers between its values at the bounds.
                double low = Erf((a - mean) / (std * Math.Sqrt(2)), tensor.device);
                double high = Erf((b - mean) / (std * Math.Sqrt(2)), tensor.device);
                Operator.CallInPlace(tensor, "uniform_", tensor, low, high, generator);
                Operator.CallInPlace(tensor, "erfinv_", tensor);
                Operator.CallInPlace(tensor, "mul_.Scalar", tensor, std * Math.Sqrt(2));
                Operator.CallInPlace(tensor, "add_.Scalar", tensor, mean);
                return Operator.CallInPlace(tensor, "clamp_", tensor, a, b);
            }

            /// <summary>Normal numbers, with a share of zeros in each column.</summary>
            public static Tensor sparse_(Tensor tensor, double sparsity, double std = 0.01)
            {
                if (tensor.dim() != 2) throw new ArgumentException("Only a matrix can be made sparse.", nameof(tensor));
                using IDisposable mode = no_grad();
                using DisposeScope scope = NewDisposeScope();
                (long rows, long columns) = (tensor.size(0), tensor.size(1));
                long zeros = (long)Math.Ceiling(sparsity * rows);
                normal_(tensor, 0, std);
                for (long column = 0; column < columns; column++)
                {
                    Tensor chosen = Operator.Call("slice.Tensor", Operator.Call("randperm", rows, ScalarType.Int64, Argument.None, tensor.device), 0, 0, zeros);
                    Tensor line = Operator.Call("select.int", tensor, 1, column);
                    Operator.CallInPlace(line, "index_fill_.int_Scalar", line, 0, chosen, 0);
                }
                return tensor;
            }

            private static double Erf(double x, Device device)
            {
                using Tensor number = Operator.Call("full", Array.Empty<long>(), (Scalar)x, ScalarType.Float64, Argument.None, device);
                using Tensor image = Operator.Call("erf", number);
                return Operator.CallScalar("_local_scalar_dense", image).ToDouble();
            }
        }
    }
}
