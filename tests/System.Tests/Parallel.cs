using Xunit.v3;

// Most of a test is waiting: for another process, for a database, for the next turn. Twice as many as a small machine has cores.
[assembly: Parallelization(MaxThreads = 4)]
