// Seeds, default types, threads and memory belong to the whole process, and tests set and measure them.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
