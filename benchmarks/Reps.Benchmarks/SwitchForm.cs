namespace Reps.Benchmarks;

/// <summary>How the kernels of a path are written.</summary>
internal enum SwitchForm
{
    /// <summary>Without loops over components.</summary>
    StraightLine,

    /// <summary>Loops over tables.</summary>
    Table,
}
