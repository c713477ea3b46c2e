// Torch's random numbers, and the number of threads, are those of the process.
[assembly: Xunit.CollectionBehavior(DisableTestParallelization = true)]
