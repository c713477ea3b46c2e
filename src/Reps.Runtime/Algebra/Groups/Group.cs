namespace Reps;

/// <summary>The compact group whose representations are described.</summary>
public enum Group
{
    /// <summary>O(3): rotations and reflections of space. Irreps are (degree, parity), written <c>1o</c>; dimension 2l+1.</summary>
    O3,

    /// <summary>SO(3): rotations of space. Irreps are degrees, written <c>1</c>; dimension 2l+1.</summary>
    SO3,

    /// <summary>SU(2): the double cover of SO(3). Irreps are spins, written <c>1</c> or <c>3/2</c>; dimension 2j+1.</summary>
    SU2,
}
