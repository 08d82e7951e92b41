using Xunit;

namespace Concierge.SystemTests.Crash;

/// <summary>Tests that start processes come after all others and one after another: each needs the whole machine.</summary>
[CollectionDefinition(nameof(Crash), DisableParallelization = true)]
public sealed class Crash;
