namespace Reps.Kernels.Execution;

/// <summary>Work in parts that do not depend on each other.</summary>
internal interface IJob
{
    /// <summary>Does one part.</summary>
    void Run(int part);
}
