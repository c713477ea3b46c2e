using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>How a quotient becomes a whole number.</summary>
    public enum RoundingMode
    {
        /// <summary>It stays as it is.</summary>
        None,

        /// <summary>Towards zero.</summary>
        trunc,

        /// <summary>Towards minus infinity.</summary>
        floor,
    }

    public partial class Tensor
    {
        public Tensor add(Tensor target) => Operator.Call("add.Tensor", this, target);

        public Tensor add(Tensor target, Scalar alpha) => Operator.Call("add.Tensor", this, target, alpha);

        public Tensor add(Scalar scalar) => Operator.Call("add.Scalar", this, scalar);

        public Tensor add(Scalar scalar, Scalar alpha) => Operator.Call("add.Scalar", this, scalar, alpha);

        public Tensor add_(Tensor target) => Operator.CallInPlace(this, "add_.Tensor", this, target);

        public Tensor add_(Tensor target, Scalar alpha) => Operator.CallInPlace(this, "add_.Tensor", this, target, alpha);

        public Tensor add_(Scalar scalar) => Operator.CallInPlace(this, "add_.Scalar", this, scalar);

        public Tensor add_(Scalar scalar, Scalar alpha) => Operator.CallInPlace(this, "add_.Scalar", this, scalar, alpha);

        public Tensor sub(Tensor target) => Operator.Call("sub.Tensor", this, target);

        public Tensor sub(Scalar target) => Operator.Call("sub.Scalar", this, target);

        public Tensor sub_(Tensor target) => Operator.CallInPlace(this, "sub_.Tensor", this, target);

        public Tensor sub_(Scalar target) => Operator.CallInPlace(this, "sub_.Scalar", this, target);

        public Tensor subtract(Tensor target) => Operator.Call("sub.Tensor", this, target);

        public Tensor subtract(Scalar target) => Operator.Call("sub.Scalar", this, target);

        public Tensor subtract_(Tensor target) => Operator.CallInPlace(this, "sub_.Tensor", this, target);

        public Tensor subtract_(Scalar target) => Operator.CallInPlace(this, "sub_.Scalar", this, target);

        public Tensor mul(Tensor target) => Operator.Call("mul.Tensor", this, target);

        public Tensor mul(Scalar target) => Operator.Call("mul.Scalar", this, target);

        public Tensor multiply(Tensor target) => Operator.Call("mul.Tensor", this, target);

        public Tensor multiply(Scalar target) => Operator.Call("mul.Scalar", this, target);

        public Tensor mul_(Tensor target) => Operator.CallInPlace(this, "mul_.Tensor", this, target);

        public Tensor mul_(Scalar target) => Operator.CallInPlace(this, "mul_.Scalar", this, target);

        public Tensor div(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            Operator.Call("div.Tensor_mode", this, target, NameOf(rounding_mode));

        public Tensor div_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            Operator.CallInPlace(this, "div_.Tensor_mode", this, target, NameOf(rounding_mode));

        public Tensor div(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            Operator.Call("div.Scalar_mode", this, target, NameOf(rounding_mode));

        public Tensor div_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            Operator.CallInPlace(this, "div_.Scalar_mode", this, target, NameOf(rounding_mode));

        public Tensor divide(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            Operator.Call("div.Tensor_mode", this, target, NameOf(rounding_mode));

        public Tensor divide_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            Operator.CallInPlace(this, "div_.Tensor_mode", this, target, NameOf(rounding_mode));

        public Tensor divide(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            Operator.Call("div.Scalar_mode", this, target, NameOf(rounding_mode));

        public Tensor divide_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            Operator.CallInPlace(this, "div_.Scalar_mode", this, target, NameOf(rounding_mode));

        private static string? NameOf(RoundingMode mode) =>
            mode switch
            {
                RoundingMode.floor => "floor",
                RoundingMode.trunc => "trunc",
                _ => null,
            };

        public Tensor true_divide(Tensor other) => div(other);

        public Tensor true_divide_(Tensor other) => div_(other);

        public Tensor floor_divide(Tensor other) => div(other, RoundingMode.floor);

        public Tensor floor_divide_(Tensor other) => div_(other, RoundingMode.floor);

        public Tensor true_divide(Scalar other) => div(other);

        public Tensor true_divide_(Scalar other) => div_(other);

        public Tensor floor_divide(Scalar other) => div(other, RoundingMode.floor);

        public Tensor floor_divide_(Scalar other) => div_(other, RoundingMode.floor);

        public Tensor fmod(Tensor target) => Operator.Call("fmod.Tensor", this, target);

        public Tensor fmod_(Tensor target) => Operator.CallInPlace(this, "fmod_.Tensor", this, target);

        public Tensor fmod(Scalar scalar) => Operator.Call("fmod.Scalar", this, scalar);

        public Tensor fmod_(Scalar scalar) => Operator.CallInPlace(this, "fmod_.Scalar", this, scalar);

        public Tensor remainder(Tensor target) => Operator.Call("remainder.Tensor", this, target);

        public Tensor remainder_(Tensor target) => Operator.CallInPlace(this, "remainder_.Tensor", this, target);

        public Tensor remainder(Scalar scalar) => Operator.Call("remainder.Scalar", this, scalar);

        public Tensor remainder_(Scalar scalar) => Operator.CallInPlace(this, "remainder_.Scalar", this, scalar);

        public Tensor pow(Tensor exponent) => Operator.Call("pow.Tensor_Tensor", this, exponent);

        public Tensor pow(Scalar exponent) => Operator.Call("pow.Tensor_Scalar", this, exponent);

        public Tensor pow_(Tensor exponent) => Operator.CallInPlace(this, "pow_.Tensor", this, exponent);

        public Tensor pow_(Scalar exponent) => Operator.CallInPlace(this, "pow_.Scalar", this, exponent);

        public Tensor float_power(Tensor target) => Operator.Call("float_power.Tensor_Tensor", this, target);

        public Tensor float_power_(Tensor target) => Operator.CallInPlace(this, "float_power_.Tensor", this, target);

        public Tensor addcdiv(Tensor tensor1, Tensor tensor2, Scalar value) => Operator.Call("addcdiv", this, tensor1, tensor2, value);

        public Tensor addcdiv(Tensor tensor1, Tensor tensor2) => Operator.Call("addcdiv", this, tensor1, tensor2);

        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2, Scalar value) =>
            Operator.CallInPlace(this, "addcdiv_", this, tensor1, tensor2, value);

        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2) => Operator.CallInPlace(this, "addcdiv_", this, tensor1, tensor2);

        public Tensor addcmul(Tensor tensor1, Tensor tensor2, Scalar value) => Operator.Call("addcmul", this, tensor1, tensor2, value);

        public Tensor addcmul_(Tensor tensor1, Tensor tensor2, Scalar value) =>
            Operator.CallInPlace(this, "addcmul_", this, tensor1, tensor2, value);

        public Tensor copysign(Tensor other) => Operator.Call("copysign.Tensor", this, other);

        public Tensor copysign_(Tensor other) => Operator.CallInPlace(this, "copysign_.Tensor", this, other);

        public Tensor bitwise_and(Tensor other) => Operator.Call("bitwise_and.Tensor", this, other);

        public Tensor bitwise_and_(Tensor other) => Operator.CallInPlace(this, "bitwise_and_.Tensor", this, other);

        public Tensor bitwise_or(Tensor other) => Operator.Call("bitwise_or.Tensor", this, other);

        public Tensor bitwise_or_(Tensor other) => Operator.CallInPlace(this, "bitwise_or_.Tensor", this, other);

        public Tensor bitwise_xor(Tensor other) => Operator.Call("bitwise_xor.Tensor", this, other);

        public Tensor bitwise_xor_(Tensor other) => Operator.CallInPlace(this, "bitwise_xor_.Tensor", this, other);

        public Tensor bitwise_left_shift(Tensor other) => Operator.Call("bitwise_left_shift.Tensor", this, other);

        public Tensor bitwise_left_shift_(Tensor other) => Operator.CallInPlace(this, "bitwise_left_shift_.Tensor", this, other);

        public Tensor bitwise_right_shift(Tensor other) => Operator.Call("bitwise_right_shift.Tensor", this, other);

        public Tensor bitwise_right_shift_(Tensor other) => Operator.CallInPlace(this, "bitwise_right_shift_.Tensor", this, other);

        public Tensor logical_and(Tensor other) => Operator.Call("logical_and", this, other);

        public Tensor logical_and_(Tensor other) => Operator.CallInPlace(this, "logical_and_", this, other);

        public Tensor logical_or(Tensor other) => Operator.Call("logical_or", this, other);

        public Tensor logical_or_(Tensor other) => Operator.CallInPlace(this, "logical_or_", this, other);

        public Tensor logical_xor(Tensor other) => Operator.Call("logical_xor", this, other);

        public Tensor logical_xor_(Tensor other) => Operator.CallInPlace(this, "logical_xor_", this, other);

        public Tensor gcd(Tensor other) => Operator.Call("gcd", this, other);

        public Tensor gcd_(Tensor other) => Operator.CallInPlace(this, "gcd_", this, other);

        public Tensor lcm(Tensor other) => Operator.Call("lcm", this, other);

        public Tensor lcm_(Tensor other) => Operator.CallInPlace(this, "lcm_", this, other);

        public Tensor ldexp(Tensor other) => Operator.Call("ldexp.Tensor", this, other);

        public Tensor ldexp_(Tensor other) => Operator.CallInPlace(this, "ldexp_", this, other);

        public Tensor heaviside(Tensor other) => Operator.Call("heaviside", this, other);

        public Tensor heaviside_(Tensor other) => Operator.CallInPlace(this, "heaviside_", this, other);

        public Tensor nextafter(Tensor other) => Operator.Call("nextafter", this, other);

        public Tensor nextafter_(Tensor other) => Operator.CallInPlace(this, "nextafter_", this, other);

        public Tensor hypot(Tensor other) => Operator.Call("hypot", this, other);

        public Tensor logaddexp(Tensor other) => Operator.Call("logaddexp", this, other);

        public Tensor logaddexp2(Tensor other) => Operator.Call("logaddexp2", this, other);

        public Tensor maximum(Tensor other) => Operator.Call("maximum", this, other);

        public Tensor minimum(Tensor other) => Operator.Call("minimum", this, other);

        public Tensor fmax(Tensor other) => Operator.Call("fmax", this, other);

        public Tensor fmin(Tensor other) => Operator.Call("fmin", this, other);

        public Tensor igamma(Tensor other) => Operator.Call("igamma", this, other);

        public Tensor igammac(Tensor other) => Operator.Call("igammac", this, other);

        public Tensor xlogy(Tensor y) => Operator.Call("xlogy.Tensor", this, y);

        public Tensor xlogy_(Tensor y) => Operator.CallInPlace(this, "xlogy_.Tensor", this, y);

        public Tensor xlogy(Scalar y) => Operator.Call("xlogy.Scalar_Other", this, y);

        public Tensor xlogy_(Scalar y) => Operator.CallInPlace(this, "xlogy_.Scalar_Other", this, y);
    }
}
