using System;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>First values of parameters. Nothing is recorded; the tensor itself is the result.</summary>
        public static partial class init
        {
            public enum NonlinearityType
            {
                Linear = 0,
                Conv1D = 1,
                Conv2D = 2,
                Conv3D = 3,
                ConvTranspose1D = 4,
                ConvTranspose2D = 5,
                ConvTranspose3D = 6,
                Sigmoid = 7,
                Tanh = 8,
                ReLU = 9,
                LeakyReLU = 10,
            }

            public enum FanInOut
            {
                FanIn = 0,
                FanOut = 1,
            }

            /// <summary>By how much weights grow so that the non-linearity leaves variances about as they are.</summary>
            public static double calculate_gain(NonlinearityType nonlinearity, double param = 0.0) =>
                nonlinearity switch
                {
                    NonlinearityType.Tanh => 5.0 / 3.0,
                    NonlinearityType.ReLU => Math.Sqrt(2),
                    NonlinearityType.LeakyReLU => Math.Sqrt(2 / (1 + param * param)),
                    _ => 1,
                };

            public static (long fanIn, long fanOut) CalculateFanInAndFanOut(Tensor tensor)
            {
                long[] shape = tensor.shape;
                if (shape.Length < 2) throw new ArgumentException("A tensor of fewer than two dimensions has no inputs and outputs.", nameof(tensor));
                long field = 1;
                foreach (long size in shape.AsSpan(2)) field *= size;
                return (shape[1] * field, shape[0] * field);
            }

            public static Tensor constant_(Tensor tensor, Scalar val) => Change(tensor, "fill_.Scalar", val);

            public static Tensor ones_(Tensor tensor) => Change(tensor, "fill_.Scalar", 1);

            public static Tensor zeros_(Tensor tensor) => Change(tensor, "zero_");

            public static Tensor uniform_(Tensor tensor, double low = 0, double high = 1, Generator? generator = null) =>
                Change(tensor, "uniform_", low, high, generator);

            public static Tensor normal_(Tensor tensor, double mean = 0, double std = 1, Generator? generator = null) =>
                Change(tensor, "normal_", mean, std, generator);

            public static Tensor kaiming_uniform_(
                Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn, NonlinearityType nonlinearity = NonlinearityType.LeakyReLU)
            {
                double bound = Math.Sqrt(3) * KaimingDeviation(tensor, a, mode, nonlinearity);
                return uniform_(tensor, -bound, bound);
            }

            public static Tensor kaiming_normal_(
                Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn, NonlinearityType nonlinearity = NonlinearityType.LeakyReLU) =>
                normal_(tensor, 0, KaimingDeviation(tensor, a, mode, nonlinearity));

            public static Tensor xavier_uniform_(Tensor tensor, double gain = 1.0)
            {
                double bound = Math.Sqrt(3) * XavierDeviation(tensor, gain);
                return uniform_(tensor, -bound, bound);
            }

            public static Tensor xavier_normal_(Tensor tensor, double gain = 1.0) => normal_(tensor, 0, XavierDeviation(tensor, gain));

            public static Tensor glorot_uniform_(Tensor tensor, double gain = 1.0) => xavier_uniform_(tensor, gain);

            public static Tensor glorot_normal_(Tensor tensor, double gain = 1.0) => xavier_normal_(tensor, gain);

            private static double KaimingDeviation(Tensor tensor, double a, FanInOut mode, NonlinearityType nonlinearity)
            {
                (long fanIn, long fanOut) = CalculateFanInAndFanOut(tensor);
                return calculate_gain(nonlinearity, a) / Math.Sqrt(mode == FanInOut.FanIn ? fanIn : fanOut);
            }

            private static double XavierDeviation(Tensor tensor, double gain)
            {
                (long fanIn, long fanOut) = CalculateFanInAndFanOut(tensor);
                return gain * Math.Sqrt(2.0 / (fanIn + fanOut));
            }

            private static Tensor Change(Tensor tensor, string name, params ReadOnlySpan<Argument> options)
            {
                using IDisposable mode = no_grad();
                return Operator.CallInPlace(tensor, name, [tensor, .. options]);
            }
        }
    }
}
