using System;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests;

/// <summary>Special functions, at places where their values are known and by their identities.</summary>
public sealed class SpecialTests
{
    private static Tensor At(params double[] x) => TestDevice.Vector(x);

    [Fact]
    public void ValuesAreThoseOfTables()
    {
        using DisposeScope scope = NewDisposeScope();
        const double euler = 0.57721566490153286;
        Expect.Close(special.erf(At(0, 0.5, 1)), 1e-14, 0, 0.52049987781304654, 0.84270079294971487);
        Expect.Close(special.erfc(At(2)), 1e-14, 0.0046777349810472658);
        Expect.Close(special.erfcx(At(10)), 1e-12, 0.056140992743822585);
        Expect.Close(special.erfinv(At(0.84270079294971487)), 1e-12, 1);
        Expect.Close(special.ndtr(At(0, 1.959963984540054)), 1e-12, 0.5, 0.975);
        Expect.Close(special.ndtri(At(0.975)), 1e-12, 1.959963984540054);
        Expect.Close(special.digamma(At(1, 0.5)), 1e-13, -euler, -euler - 2 * Math.Log(2));
        Expect.Close(special.psi(At(2)), 1e-13, 1 - euler);
        Expect.Close(special.polygamma(1, At(1)), 1e-8, Math.PI * Math.PI / 6);
        Expect.Close(special.gammaln(At(5, 0.5)), 1e-13, Math.Log(24), Math.Log(Math.PI) / 2);
        Expect.Close(special.zeta(At(2), At(1)), 1e-13, Math.PI * Math.PI / 6);
        Expect.Close(special.i0(At(0, 1)), 1e-13, 1, 1.2660658777520084);
        Expect.Close(special.i1(At(1)), 1e-13, 0.56515910399248503);
        Expect.Close(special.i0e(At(1)), 1e-13, 1.2660658777520084 / Math.E);
        Expect.Close(special.bessel_j0(At(1, 2.404825557695773)), 1e-12, 0.76519768655796655, 0);
        Expect.Close(special.bessel_j1(At(1)), 1e-12, 0.44005058574493352);
        Expect.Close(special.bessel_y0(At(1)), 1e-12, 0.088256964215676958);
        Expect.Close(special.modified_bessel_k0(At(1)), 1e-12, 0.42102443824070834);
        Expect.Close(special.spherical_bessel_j0(At(1)), 1e-12, Math.Sin(1));
        Expect.Close(special.airy_ai(At(0)), 1e-12, 0.35502805388781724);
        Expect.Close(special.entr(At(0.5, 0)), 1e-13, 0.5 * Math.Log(2), 0);
    }

    [Fact]
    public void IdentitiesHold()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = At(-0.8, -0.1, 0.3, 0.9), positive = At(0.4, 1.5, 3);
        Expect.Same(x, special.logit(special.expit(x)));
        Expect.Same(special.gammainc(positive, positive) + special.gammaincc(positive, positive), ones_like(positive));
        Expect.Same(special.xlog1py(positive, positive), positive * positive.log1p());
        Expect.Same(special.expm1(x), special.exp2(x / Math.Log(2)) - 1);
        Expect.Same(special.sinc(x), x.sinc());
        Expect.Same(special.multigammaln(positive + 1, 1), special.gammaln(positive + 1));
        Tensor five = full_like(x, 5);
        Expect.Same(special.chebyshev_polynomial_t(x, five), (x.acos() * 5).cos());
        Expect.Same(special.chebyshev_polynomial_u(x, five), (x.acos() * 6).sin() / x.acos().sin());
        Expect.Same(special.legendre_polynomial_p(x, full_like(x, 2)), (3 * x * x - 1) / 2);
        Expect.Same(special.hermite_polynomial_h(x, full_like(x, 2)), 4 * x * x - 2);
        Expect.Same(special.hermite_polynomial_he(x, full_like(x, 2)), x * x - 1);
        Expect.Same(special.laguerre_polynomial_l(x, full_like(x, 2)), (x * x - 4 * x + 2) / 2);
        Tensor result = empty_like(x);
        special.bessel_j0(x, result);
        Expect.Same(special.bessel_j0(x), result, 0);
        Expect.Same(x.softmax(0), special.softmax(x, 0), 0);
    }
}
