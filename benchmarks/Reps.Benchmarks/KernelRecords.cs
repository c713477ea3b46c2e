using System.Collections.Generic;
using System.Linq;
using BenchmarkDotNet.Attributes;
using Reps.Benchmarking;

namespace Reps.Benchmarks;

/// <summary>The compared workloads under BenchmarkDotNet, on one thread: slower to run, with the distribution of times.</summary>
public class KernelRecords
{
    private Workload? _workload;
    private Pass? _pass;

    /// <summary>The workload's name.</summary>
    [ParamsSource(nameof(Names))]
    public string Workload { get; set; } = "";

    /// <summary>Forward, or forward and backward.</summary>
    [Params(Pass.Forward, Pass.Both)]
    public string Direction { get; set; } = "";

    /// <summary>The names of the workloads.</summary>
    public static IEnumerable<string> Names => Workloads.Names;

    /// <summary>Allocates the operands.</summary>
    [GlobalSetup]
    public void Create()
    {
        _workload = Workloads.Create(Workload);
        Parallelism.MaxThreads = 1;
        _pass = _workload.Passes.Single(pass => pass.Name == Direction);
    }

    /// <summary>Frees them.</summary>
    [GlobalCleanup]
    public void Free() => _workload?.Dispose();

    /// <summary>Runs the whole workload once.</summary>
    [Benchmark]
    public void Run() => _pass!.Run();
}
