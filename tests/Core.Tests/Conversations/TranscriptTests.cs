using Concierge.Core.Conversations;
using Concierge.Transcripts;
using Xunit;

namespace Concierge.CoreTests.Conversations;

public sealed class TranscriptTests
{
    public static TheoryData<string> All => [.. Transcript.Names];

    [Fact]
    public void There_are_at_least_200_and_some_of_each_kind()
    {
        Assert.True(Transcript.Names.Count() >= 200);
        Assert.Superset(
            new HashSet<string> { "board", "consult", "corrections", "digressions", "followup", "frailty", "handoff", "happy", "members", "muddles", "points", "seminars", "stops" },
            Transcript.Names.Select(name => name.Split('/')[0]).ToHashSet());
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Goes_as_written(string name) => new EnginePlayer(Transcript.Read(name)).Play();
}
