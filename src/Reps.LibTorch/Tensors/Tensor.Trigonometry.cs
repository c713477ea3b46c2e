using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor angle() => Operator.Call("angle", this);

        public Tensor asin() => Operator.Call("asin", this);

        public Tensor asin_() => Operator.CallInPlace(this, "asin_", this);

        public Tensor arcsin() => Operator.Call("arcsin", this);

        public Tensor arcsin_() => Operator.CallInPlace(this, "arcsin_", this);

        public Tensor acos() => Operator.Call("acos", this);

        public Tensor acos_() => Operator.CallInPlace(this, "acos_", this);

        public Tensor arccos() => Operator.Call("arccos", this);

        public Tensor arccos_() => Operator.CallInPlace(this, "arccos_", this);

        public Tensor atan() => Operator.Call("atan", this);

        public Tensor atan_() => Operator.CallInPlace(this, "atan_", this);

        public Tensor arctan() => Operator.Call("arctan", this);

        public Tensor arctan_() => Operator.CallInPlace(this, "arctan_", this);

        public Tensor cos() => Operator.Call("cos", this);

        public Tensor cos_() => Operator.CallInPlace(this, "cos_", this);

        public Tensor sin() => Operator.Call("sin", this);

        public Tensor sin_() => Operator.CallInPlace(this, "sin_", this);

        public Tensor tan() => Operator.Call("tan", this);

        public Tensor tan_() => Operator.CallInPlace(this, "tan_", this);

        public Tensor sinc() => Operator.Call("sinc", this);

        public Tensor sinc_() => Operator.CallInPlace(this, "sinc_", this);

        public Tensor sinh() => Operator.Call("sinh", this);

        public Tensor sinh_() => Operator.CallInPlace(this, "sinh_", this);

        public Tensor cosh() => Operator.Call("cosh", this);

        public Tensor cosh_() => Operator.CallInPlace(this, "cosh_", this);

        public Tensor tanh() => Operator.Call("tanh", this);

        public Tensor tanh_() => Operator.CallInPlace(this, "tanh_", this);

        public Tensor arcsinh() => Operator.Call("arcsinh", this);

        public Tensor arcsinh_() => Operator.CallInPlace(this, "arcsinh_", this);

        public Tensor asinh() => Operator.Call("asinh", this);

        public Tensor asinh_() => Operator.CallInPlace(this, "asinh_", this);

        public Tensor arccosh() => Operator.Call("arccosh", this);

        public Tensor arccosh_() => Operator.CallInPlace(this, "arccosh_", this);

        public Tensor acosh() => Operator.Call("acosh", this);

        public Tensor acosh_() => Operator.CallInPlace(this, "acosh_", this);

        public Tensor arctanh() => Operator.Call("arctanh", this);

        public Tensor arctanh_() => Operator.CallInPlace(this, "arctanh_", this);

        public Tensor atanh() => Operator.Call("atanh", this);

        public Tensor atanh_() => Operator.CallInPlace(this, "atanh_", this);

        public Tensor arctan(Tensor other) => atan2(other);

        public Tensor arctan_(Tensor other) => atan2_(other);

        public Tensor atan2(Tensor other) => Operator.Call("atan2", this, other);

        public Tensor atan2_(Tensor other) => Operator.CallInPlace(this, "atan2_", this, other);

        public Tensor arctan2(Tensor other) => Operator.Call("atan2", this, other);

        public Tensor arctan2_(Tensor other) => Operator.CallInPlace(this, "atan2_", this, other);
    }
}
