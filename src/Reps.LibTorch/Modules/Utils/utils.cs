using System;
using System.Collections.Generic;
using System.Linq;
using TorchSharp.Interop;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>What concerns all parameters together.</summary>
        public static partial class utils
        {
            /// <summary>Shortens all gradients by one factor where they are longer, together, than allowed.</summary>
            /// <returns>How long they were.</returns>
            public static double clip_grad_norm_(IEnumerable<Parameter> tensors, double max_norm, double norm_type = 2.0)
            {
                List<Tensor> gradients = Gradients(tensors);
                if (gradients.Count == 0) return 0;
                try
                {
                    using IDisposable mode = no_grad();
                    using DisposeScope scope = NewDisposeScope();
                    Device device = gradients[0].device;
                    // The norm of the norms is that of everything, for whatever kind of norm.
                    Tensor[] norms =
                    [
                        .. gradients.Select(
                            gradient => TensorCalls.Converted(Operator.Call("linalg_vector_norm", gradient, norm_type), ScalarType.Float64, device)),
                    ];
                    Tensor total = Operator.Call("linalg_vector_norm", Operator.Call("stack", Argument.List(norms)), norm_type);
                    double norm = Operator.CallScalar("_local_scalar_dense", total).ToDouble();
                    double factor = max_norm / (norm + 1e-6);
                    // Not "at least one": what is not a number must not stay hidden.
                    if (!(factor >= 1))
                        foreach (Tensor gradient in gradients) Operator.CallInPlace(gradient, "mul_.Scalar", gradient, factor);
                    return norm;
                }
                finally
                {
                    foreach (Tensor gradient in gradients) gradient.Dispose();
                }
            }

            /// <summary>Brings every number of every gradient into an interval around zero.</summary>
            public static void clip_grad_value_(IEnumerable<Parameter> tensors, double clip_value)
            {
                using IDisposable mode = no_grad();
                foreach (Tensor gradient in Gradients(tensors))
                    using (gradient) Operator.CallInPlace(gradient, "clamp_", gradient, -clip_value, clip_value);
            }

            /// <summary>The numbers of all parameters, one after the other.</summary>
            public static Tensor parameters_to_vector(IEnumerable<Parameter> tensors)
            {
                Tensor[] flat = [.. tensors.Select(tensor => Operator.Call("reshape", tensor, (long[])[-1]))];
                try
                {
                    return Operator.Call("cat", Argument.List(flat), 0);
                }
                finally
                {
                    foreach (Tensor tensor in flat) tensor.Dispose();
                }
            }

            /// <summary>Copies numbers into parameters, as <see cref="parameters_to_vector"/> lines them up.</summary>
            public static void vector_to_parameters(Tensor vec, IEnumerable<Parameter> tensors)
            {
                List<Parameter> parameters = [.. tensors];
                long count = parameters.Sum(parameter => parameter.numel());
                if (vec.dim() != 1 || vec.numel() != count)
                    throw new ArgumentException($"The parameters have {count} numbers; the vector has {vec.numel()}.", nameof(vec));
                using IDisposable mode = no_grad();
                long start = 0;
                foreach (Parameter parameter in parameters)
                {
                    using Tensor part = Operator.Call("narrow", vec, 0, start, parameter.numel());
                    using Tensor shaped = Operator.Call("reshape", part, parameter.shape);
                    TensorCalls.Copy(parameter, shaped);
                    start += parameter.numel();
                }
            }

            private static List<Tensor> Gradients(IEnumerable<Parameter> parameters)
            {
                List<Tensor> gradients = [];
                foreach (Parameter parameter in parameters)
                    if (TensorCalls.Gradient(parameter) is Tensor gradient) gradients.Add(gradient);
                return gradients;
            }
        }
    }
}
