using System;

namespace Reps.Algebra;

/// <summary>Checks of angular momenta, given as doubled integers, and the triangle rule.</summary>
internal static class AngularMomentum
{
    /// <summary>Largest doubled angular momentum accepted: sums beyond it would take minutes and gigabytes.</summary>
    public const int MaxTwoJ = 10_000;

    /// <summary>Refuses a doubled angular momentum that is negative or too large.</summary>
    public static void CheckTwoJ(int twoJ, string parameter)
    {
        if (twoJ is < 0 or > MaxTwoJ)
            throw new ArgumentOutOfRangeException(parameter, "A doubled angular momentum 2j lies between 0 and 10000: pass twice j.");
    }

    /// <summary>Refuses a doubled projection that is not one of −2j, −2j + 2, …, 2j.</summary>
    public static void CheckTwoM(int twoJ, int twoM, string parameter)
    {
        if (twoM < -twoJ || twoM > twoJ)
            throw new ArgumentOutOfRangeException(parameter, "A projection m lies between -j and j: pass 2m, at most 2j in magnitude.");
        if (((twoJ ^ twoM) & 1) != 0)
            throw new ArgumentOutOfRangeException(parameter, "A projection is j less an integer: pass 2m of the same parity as 2j.");
    }

    /// <summary>Refuses a degree l that is negative or too large.</summary>
    public static void CheckDegree(int l, string parameter)
    {
        if (l is < 0 or > MaxTwoJ / 2) throw new ArgumentOutOfRangeException(parameter, "A degree l lies between 0 and 5000.");
    }

    /// <summary>Refuses an order m outside −l … l.</summary>
    public static void CheckOrder(int l, int m, string parameter)
    {
        if (m < -l || m > l) throw new ArgumentOutOfRangeException(parameter, "An order m lies between -l and l.");
    }

    /// <summary>Refuses a component index outside 0 … 2l.</summary>
    public static void CheckComponent(int l, int index, string parameter)
    {
        if (index < 0 || index > 2 * l)
            throw new ArgumentOutOfRangeException(parameter, "A component index lies between 0 and 2l; the order is the index less l.");
    }

    /// <summary>Whether three (doubled) angular momenta couple to zero: triangle inequality, and an integer sum.</summary>
    public static bool IsTriad(int twoA, int twoB, int twoC)
        => ((twoA + twoB + twoC) & 1) == 0 && twoC >= Math.Abs(twoA - twoB) && twoC <= twoA + twoB;
}
