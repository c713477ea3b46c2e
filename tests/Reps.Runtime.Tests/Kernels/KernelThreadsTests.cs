using Reps.Kernels.Execution;

namespace Reps.Tests.Kernels;

/// <summary>The threads that kernels share.</summary>
[Collection(SerialCollection.Name)]
public sealed unsafe class KernelThreadsTests
{
    // A job lives on its caller's stack: nobody may work on it once the call has returned.
    [Fact]
    public void EveryPartIsDoneOnReturn()
    {
        int before = Parallelism.MaxThreads;
        Parallelism.MaxThreads = 4;
        try
        {
            int* done = stackalloc int[4];
            for (int n = 1; n <= 100_000; n++)
            {
                Job job = new(done, n);
                KernelThreads.Run(ref job, 4);
                for (int part = 0; part < 4; part++) Assert.Equal(n, done[part]);
            }
        }
        finally
        {
            Parallelism.MaxThreads = before;
        }
    }

    private readonly struct Job(int* done, int value) : IJob
    {
        private readonly int* _done = done;
        private readonly int _value = value;

        public void Run(int part)
        {
            int n = 0;
            for (int i = 0; i < 200; i++) n += (i ^ part) & 1;
            _done[part] = _value + 0 * n;
        }
    }
}
