using System;
using System.Collections.Generic;
using System.Threading;

namespace Reps.Algebra;

/// <summary>The coupling tensor of SU(2) in the complex basis, where the coefficients are real numbers for half-integers too.</summary>
internal static class ComplexCoupling
{
    /// <summary>⟨j₁ m₁ j₂ m₂ | j₃ m₃⟩ / √(2j₃+1), components from m = −j to j: Frobenius norm one, like the real tensor.</summary>
    public static SparseTensor Tensor(int twoJ1, int twoJ2, int twoJ3, CancellationToken cancellationToken)
    {
        List<(int[] Index, Surd Value)> entries = [];
        Surd scale = Surd.One / Surd.Sqrt(twoJ3 + 1);
        for (int m1 = -twoJ1; m1 <= twoJ1; m1 += 2)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (int m2 = -twoJ2; m2 <= twoJ2; m2 += 2)
                if (Math.Abs(m1 + m2) <= twoJ3)
                    entries.Add(
                        ([(twoJ1 + m1) / 2, (twoJ2 + m2) / 2, (twoJ3 + m1 + m2) / 2], ClebschGordan.Complex(twoJ1, m1, twoJ2, m2, twoJ3, m1 + m2) * scale)
                    );
        }
        return new SparseTensor([twoJ1 + 1, twoJ2 + 1, twoJ3 + 1], entries);
    }
}
