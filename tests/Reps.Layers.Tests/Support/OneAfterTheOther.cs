// The random state and the number of threads of torch belong to the process: a test that seeds it must not meet another test's draws.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
