using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor eq(Tensor target) => Operator.Call("eq.Tensor", this, target);

        public Tensor eq_(Tensor target) => Operator.CallInPlace(this, "eq_.Tensor", this, target);

        public Tensor eq(Scalar target) => Operator.Call("eq.Scalar", this, target);

        public Tensor eq_(Scalar target) => Operator.CallInPlace(this, "eq_.Scalar", this, target);

        public Tensor ne(Tensor target) => Operator.Call("ne.Tensor", this, target);

        public Tensor ne_(Tensor target) => Operator.CallInPlace(this, "ne_.Tensor", this, target);

        public Tensor ne(Scalar target) => Operator.Call("ne.Scalar", this, target);

        public Tensor ne_(Scalar target) => Operator.CallInPlace(this, "ne_.Scalar", this, target);

        public Tensor not_equal(Tensor target) => ne(target);

        public Tensor not_equal_(Tensor target) => ne_(target);

        public Tensor ge(Tensor target) => Operator.Call("ge.Tensor", this, target);

        public Tensor ge_(Tensor target) => Operator.CallInPlace(this, "ge_.Tensor", this, target);

        public Tensor ge(Scalar target) => Operator.Call("ge.Scalar", this, target);

        public Tensor ge_(Scalar target) => Operator.CallInPlace(this, "ge_.Scalar", this, target);

        public Tensor greater_equal(Tensor target) => ge(target);

        public Tensor gt(Tensor target) => Operator.Call("gt.Tensor", this, target);

        public Tensor gt_(Tensor target) => Operator.CallInPlace(this, "gt_.Tensor", this, target);

        public Tensor gt(Scalar target) => Operator.Call("gt.Scalar", this, target);

        public Tensor gt_(Scalar target) => Operator.CallInPlace(this, "gt_.Scalar", this, target);

        public Tensor greater(Tensor target) => gt(target);

        public Tensor le(Tensor target) => Operator.Call("le.Tensor", this, target);

        public Tensor le_(Tensor target) => Operator.CallInPlace(this, "le_.Tensor", this, target);

        public Tensor le(Scalar target) => Operator.Call("le.Scalar", this, target);

        public Tensor le_(Scalar target) => Operator.CallInPlace(this, "le_.Scalar", this, target);

        public Tensor less_equal(Tensor target) => le(target);

        public Tensor less_equal_(Tensor target) => le_(target);

        public Tensor lt(Tensor target) => Operator.Call("lt.Tensor", this, target);

        public Tensor lt_(Tensor target) => Operator.CallInPlace(this, "lt_.Tensor", this, target);

        public Tensor lt(Scalar target) => Operator.Call("lt.Scalar", this, target);

        public Tensor lt_(Scalar target) => Operator.CallInPlace(this, "lt_.Scalar", this, target);

        public Tensor less(Tensor target) => lt(target);

        /// <summary>Element by element; for one truth value see <see cref="Equals(Tensor)"/>.</summary>
        public Tensor equal(Tensor target) => eq(target);

        /// <summary>Whether shapes and elements are the same.</summary>
        public bool Equals(Tensor target) => target is not null && Operator.CallBool("equal", this, target);

        public override bool Equals(object? obj) => obj is Tensor other && Equals(other);

        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

        public bool allclose(Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false) =>
            Operator.CallBool("allclose", this, target, rtol, atol, equal_nan);

        public Tensor isclose(Tensor other, double rtol = 1e-05, double atol = 1e-08, bool nanEqual = false) =>
            Operator.Call("isclose", this, other, rtol, atol, nanEqual);

        public Tensor isin(Tensor test_elements, bool assumeUnique = false, bool invert = false) =>
            Operator.Call("isin.Tensor_Tensor", this, test_elements, assumeUnique, invert);
    }
}
