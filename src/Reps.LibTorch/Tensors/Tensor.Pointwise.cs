using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor abs() => Operator.Call("abs", this);

        public Tensor abs_() => Operator.CallInPlace(this, "abs_", this);

        public Tensor absolute() => Operator.Call("absolute", this);

        public Tensor absolute_() => Operator.CallInPlace(this, "absolute_", this);

        public Tensor ceil() => Operator.Call("ceil", this);

        public Tensor ceil_() => Operator.CallInPlace(this, "ceil_", this);

        public Tensor floor() => Operator.Call("floor", this);

        public Tensor floor_() => Operator.CallInPlace(this, "floor_", this);

        public Tensor exp() => Operator.Call("exp", this);

        public Tensor exp_() => Operator.CallInPlace(this, "exp_", this);

        public Tensor exp2() => Operator.Call("exp2", this);

        public Tensor exp2_() => Operator.CallInPlace(this, "exp2_", this);

        public Tensor expm1() => Operator.Call("expm1", this);

        public Tensor expm1_() => Operator.CallInPlace(this, "expm1_", this);

        public Tensor frac() => Operator.Call("frac", this);

        public Tensor frac_() => Operator.CallInPlace(this, "frac_", this);

        public Tensor log() => Operator.Call("log", this);

        public Tensor log_() => Operator.CallInPlace(this, "log_", this);

        public Tensor log10() => Operator.Call("log10", this);

        public Tensor log10_() => Operator.CallInPlace(this, "log10_", this);

        public Tensor log1p() => Operator.Call("log1p", this);

        public Tensor log1p_() => Operator.CallInPlace(this, "log1p_", this);

        public Tensor log2() => Operator.Call("log2", this);

        public Tensor log2_() => Operator.CallInPlace(this, "log2_", this);

        public Tensor neg() => Operator.Call("neg", this);

        public Tensor neg_() => Operator.CallInPlace(this, "neg_", this);

        public Tensor reciprocal() => Operator.Call("reciprocal", this);

        public Tensor reciprocal_() => Operator.CallInPlace(this, "reciprocal_", this);

        public Tensor rsqrt() => Operator.Call("rsqrt", this);

        public Tensor rsqrt_() => Operator.CallInPlace(this, "rsqrt_", this);

        public Tensor sqrt() => Operator.Call("sqrt", this);

        public Tensor sqrt_() => Operator.CallInPlace(this, "sqrt_", this);

        public Tensor sign() => Operator.Call("sign", this);

        public Tensor sign_() => Operator.CallInPlace(this, "sign_", this);

        public Tensor sgn() => Operator.Call("sgn", this);

        public Tensor sgn_() => Operator.CallInPlace(this, "sgn_", this);

        public Tensor trunc() => Operator.Call("trunc", this);

        public Tensor trunc_() => Operator.CallInPlace(this, "trunc_", this);

        public Tensor fix() => Operator.Call("fix", this);

        public Tensor fix_() => Operator.CallInPlace(this, "fix_", this);

        public Tensor sigmoid() => Operator.Call("sigmoid", this);

        public Tensor sigmoid_() => Operator.CallInPlace(this, "sigmoid_", this);

        public Tensor erf() => Operator.Call("erf", this);

        public Tensor erf_() => Operator.CallInPlace(this, "erf_", this);

        public Tensor erfc() => Operator.Call("erfc", this);

        public Tensor erfc_() => Operator.CallInPlace(this, "erfc_", this);

        public Tensor erfinv() => Operator.Call("erfinv", this);

        public Tensor erfinv_() => Operator.CallInPlace(this, "erfinv_", this);

        public Tensor digamma() => Operator.Call("digamma", this);

        public Tensor digamma_() => Operator.CallInPlace(this, "digamma_", this);

        public Tensor lgamma() => Operator.Call("lgamma", this);

        public Tensor lgamma_() => Operator.CallInPlace(this, "lgamma_", this);

        public Tensor deg2rad() => Operator.Call("deg2rad", this);

        public Tensor deg2rad_() => Operator.CallInPlace(this, "deg2rad_", this);

        public Tensor rad2deg() => Operator.Call("rad2deg", this);

        public Tensor rad2deg_() => Operator.CallInPlace(this, "rad2deg_", this);

        public Tensor i0() => Operator.Call("i0", this);

        public Tensor i0_() => Operator.CallInPlace(this, "i0_", this);

        public Tensor logical_not() => Operator.Call("logical_not", this);

        public Tensor logical_not_() => Operator.CallInPlace(this, "logical_not_", this);

        public Tensor bitwise_not() => Operator.Call("bitwise_not", this);

        public Tensor bitwise_not_() => Operator.CallInPlace(this, "bitwise_not_", this);

        public Tensor negative() => Operator.Call("negative", this);

        public Tensor square() => Operator.Call("square", this);

        public Tensor positive() => Operator.Call("positive", this);

        public Tensor signbit() => Operator.Call("signbit", this);

        public Tensor isnan() => Operator.Call("isnan", this);

        public Tensor isinf() => Operator.Call("isinf", this);

        public Tensor isfinite() => Operator.Call("isfinite", this);

        public Tensor isposinf() => Operator.Call("isposinf", this);

        public Tensor isneginf() => Operator.Call("isneginf", this);

        public Tensor isreal() => Operator.Call("isreal", this);

        public static Tensor operator -(Tensor tensor) => tensor.neg();

        public Tensor round(long decimals = 0L) =>
            decimals == 0 ? Operator.Call("round", this) : Operator.Call("round.decimals", this, decimals);

        public Tensor round_(long decimals = 0L) =>
            decimals == 0 ? Operator.CallInPlace(this, "round_", this) : Operator.CallInPlace(this, "round_.decimals", this, decimals);

        public Tensor logit(double? eps = null) => Operator.Call("logit", this, eps);

        public Tensor logit_(double? eps = null) => Operator.CallInPlace(this, "logit_", this, eps);

        public Tensor mvlgamma(long p) => Operator.Call("mvlgamma", this, p);

        public Tensor mvlgamma_(long p) => Operator.CallInPlace(this, "mvlgamma_", this, p);

        public Tensor polygamma(long p) => Operator.Call("polygamma", p, this);

        public Tensor polygamma_(long p) => Operator.CallInPlace(this, "polygamma_", this, p);

        public (Tensor Mantissa, Tensor Exponent) frexp() => Operator.Call2("frexp.Tensor", this);

        public Tensor clamp(Scalar? min = null, Scalar? max = null) => Operator.Call("clamp", this, min, max);

        public Tensor clamp(Tensor? min = null, Tensor? max = null) => Operator.Call("clamp.Tensor", this, min, max);

        public Tensor clip(Scalar? min = null, Scalar? max = null) => Operator.Call("clip", this, min, max);

        public Tensor clamp_(Scalar? min = null, Scalar? max = null) => Operator.CallInPlace(this, "clamp_", this, min, max);

        public Tensor clamp_(Tensor? min = null, Tensor? max = null) => Operator.CallInPlace(this, "clamp_.Tensor", this, min, max);

        public Tensor clamp_max(Scalar max) => Operator.Call("clamp_max", this, max);

        public Tensor clamp_max_(Scalar max) => Operator.CallInPlace(this, "clamp_max_", this, max);

        public Tensor clamp_min(Scalar min) => Operator.Call("clamp_min", this, min);

        public Tensor clamp_min_(Scalar min) => Operator.CallInPlace(this, "clamp_min_", this, min);

        public Tensor nan_to_num(double nan = 0d, double? posinf = null, double? neginf = null) =>
            Operator.Call("nan_to_num", this, nan, posinf, neginf);

        public Tensor nan_to_num_(double nan = 0d, double? posinf = null, double? neginf = null) =>
            Operator.CallInPlace(this, "nan_to_num_", this, nan, posinf, neginf);

        public Tensor lerp(Tensor end, Tensor weight) => Operator.Call("lerp.Tensor", this, end, weight);

        public Tensor lerp_(Tensor end, Tensor weight) => Operator.CallInPlace(this, "lerp_.Tensor", this, end, weight);

        public Tensor cumsum(long dim, ScalarType? type = null) => Operator.Call("cumsum", this, dim, type);

        public Tensor cumprod(long dim, ScalarType? type = null) => Operator.Call("cumprod", this, dim, type);

        public (Tensor values, Tensor indexes) cummax(long dim) => Operator.Call2("cummax", this, dim);

        public (Tensor values, Tensor indexes) cummin(long dim) => Operator.Call2("cummin", this, dim);

        public Tensor logcumsumexp(long dim) => Operator.Call("logcumsumexp", this, dim);
    }
}
