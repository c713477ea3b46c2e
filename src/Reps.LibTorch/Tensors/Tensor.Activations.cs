using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor relu() => Operator.Call("relu", this);

        public Tensor relu_() => Operator.CallInPlace(this, "relu_", this);

        public Tensor relu6() => Operator.Call("relu6", this);

        public Tensor relu6_() => Operator.CallInPlace(this, "relu6_", this);

        public Tensor hardsigmoid() => Operator.Call("hardsigmoid", this);

        public Tensor hardsigmoid_() => Operator.CallInPlace(this, "hardsigmoid_", this);

        public Tensor hardswish() => Operator.Call("hardswish", this);

        public Tensor hardswish_() => Operator.CallInPlace(this, "hardswish_", this);

        public Tensor selu() => Operator.Call("selu", this);

        public Tensor selu_() => Operator.CallInPlace(this, "selu_", this);

        public Tensor silu() => Operator.Call("silu", this);

        public Tensor silu_() => Operator.CallInPlace(this, "silu_", this);

        public Tensor celu() => Operator.Call("celu", this);

        public Tensor celu_() => Operator.CallInPlace(this, "celu_", this);

        public Tensor gelu() => Operator.Call("gelu", this);

        public Tensor gelu_() => Operator.CallInPlace(this, "gelu_", this);

        public Tensor celu(Scalar alpha) => Operator.Call("celu", this, alpha);

        public Tensor celu_(Scalar alpha) => Operator.CallInPlace(this, "celu_", this, alpha);

        public Tensor elu(double alpha = 1) => elu(alpha, 1.0, 1.0);

        public Tensor elu_(double alpha = 1) => elu_(alpha, 1.0, 1.0);

        public Tensor elu(Scalar alpha, Scalar scale, Scalar input_scale) => Operator.Call("elu", this, alpha, scale, input_scale);

        public Tensor elu_(Scalar alpha, Scalar scale, Scalar input_scale) =>
            Operator.CallInPlace(this, "elu_", this, alpha, scale, input_scale);

        public Tensor glu(long dim = -1) => Operator.Call("glu", this, dim);

        public Tensor hardtanh(Scalar min, Scalar max) => Operator.Call("hardtanh", this, min, max);

        public Tensor hardtanh_(Scalar min, Scalar max) => Operator.CallInPlace(this, "hardtanh_", this, min, max);

        public Tensor leaky_relu(Scalar negative_slope) => Operator.Call("leaky_relu", this, negative_slope);

        public Tensor leaky_relu_(Scalar negative_slope) => Operator.CallInPlace(this, "leaky_relu_", this, negative_slope);

        public Tensor rrelu(double lower = 1.0 / 8.0, double upper = 1.0 / 3.0) =>
            Operator.Call("rrelu", this, (Scalar)lower, (Scalar)upper);

        public Tensor rrelu_(double lower = 1.0 / 8.0, double upper = 1.0 / 3.0) =>
            Operator.CallInPlace(this, "rrelu_", this, (Scalar)lower, (Scalar)upper);

        public Tensor prelu(Tensor target) => Operator.Call("prelu", this, target);

        public Tensor log_sigmoid() => Operator.Call("log_sigmoid", this);

        public Tensor softplus(double beta = 1, double threshold = 20) => Operator.Call("softplus", this, (Scalar)beta, (Scalar)threshold);

        public Tensor softmax(long dim, ScalarType? dtype = null) => Operator.Call("softmax.int", this, dim, dtype);

        public Tensor log_softmax(long dim, ScalarType? dtype = null) => Operator.Call("log_softmax.int", this, dim, dtype);

        public Tensor threshold(Scalar threshold, Scalar value) => Operator.Call("threshold", this, threshold, value);

        public Tensor threshold_(Scalar threshold, Scalar value) => Operator.CallInPlace(this, "threshold_", this, threshold, value);

        public Tensor gelu(Modules.GELU.Approximate approximate) => Operator.Call("gelu", this, NameOf(approximate));

        public Tensor gelu_(Modules.GELU.Approximate approximate) => Operator.CallInPlace(this, "gelu_", this, NameOf(approximate));

        public Tensor channel_shuffle(long groups) => Operator.Call("channel_shuffle", this, groups);

        private static string NameOf(Modules.GELU.Approximate approximate) => approximate == Modules.GELU.Approximate.tanh ? "tanh" : "none";
    }
}
