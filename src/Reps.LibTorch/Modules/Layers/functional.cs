using System;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>What modules compute, as functions.</summary>
        public static partial class functional
        {
            /// <summary>Vectors along a dimension at length one.</summary>
            public static Tensor normalize(Tensor input, double p = 2.0, long dim = 1L, double eps = 1e-12)
            {
                using Tensor length = Operator.Call("linalg_vector_norm", input, p, (long[])[dim], true);
                using Tensor divisor = Operator.Call("clamp_min", length, eps);
                return Operator.Call("div.Tensor", input, divisor);
            }

            public static Tensor one_hot(Tensor x, long num_classes = -1)
            {
                if (x.dtype != ScalarType.Int64) throw new ArgumentException($"Numbers of classes are of type Int64, not {x.dtype}.", nameof(x));
                return Operator.Call("one_hot", x, num_classes);
            }

            public static Tensor instance_norm(
                Tensor input, Tensor? running_mean = null, Tensor? running_var = null, Tensor? weight = null, Tensor? bias = null,
                bool use_input_stats = true, double momentum = 0.1, double eps = 1e-5) =>
                Operator.Call("instance_norm", input, weight, bias, running_mean, running_var, use_input_stats, momentum, eps, true);
        }
    }
}
