using System.Collections.Concurrent;
using Concierge.Data;
using Concierge.LineSimulator;
using Concierge.SystemTests.Data;
using Concierge.Transcripts;
using Xunit;

namespace Concierge.SystemTests.Road;

/// <summary>Every transcript over LINE, as written.</summary>
public sealed class TranscriptTests
{
    [Theory, MemberData(nameof(EveryTranscript.All), MemberType = typeof(EveryTranscript))]
    public async Task Goes_over_LINE_as_written(DatabaseProvider provider, string name) =>
        Assert.NotNull(await EveryTranscript.Straight(provider, Transcript.Read(name)));
}

/// <summary>Every transcript with every webhook sent twice.</summary>
public sealed class DoubledTranscriptTests
{
    [Theory, MemberData(nameof(EveryTranscript.All), MemberType = typeof(EveryTranscript))]
    public async Task Stands_the_same_with_every_event_doubled(DatabaseProvider provider, string name)
    {
        var transcript = Transcript.Read(name);
        await using var town = await EveryTranscript.Start(provider, transcript);
        town.Line.Faults.Sometimes(Fault.WebhookTwice, 1.0, seed: 1);
        Assert.Equal((await EveryTranscript.Straight(provider, transcript)).Standing, await new RoadPlayer(town, transcript).Play());
    }
}

/// <summary>
/// Every transcript with a bot that dies after each line of it. These take longest, and a class plays its own one after the other: so
/// there are two, side by side.
/// </summary>
public sealed class CrashedTranscriptTests
{
    [Theory, MemberData(nameof(EveryTranscript.OneHalf), MemberType = typeof(EveryTranscript))]
    public Task Stands_the_same_with_a_crash_after_each_turn(DatabaseProvider provider, string name) => EveryTranscript.Crashed(provider, name);
}

/// <summary>The other half of <see cref="CrashedTranscriptTests"/>.</summary>
public sealed class CrashedTranscriptTestsToo
{
    [Theory, MemberData(nameof(EveryTranscript.OtherHalf), MemberType = typeof(EveryTranscript))]
    public Task Stands_the_same_with_a_crash_after_each_turn(DatabaseProvider provider, string name) => EveryTranscript.Crashed(provider, name);
}

/// <summary>Every transcript on the private page, but those that need LINE.</summary>
public sealed class PageTranscriptTests
{
    [Theory, MemberData(nameof(EveryTranscript.ForThePage), MemberType = typeof(EveryTranscript))]
    public async Task Stands_the_same_on_the_page(DatabaseProvider provider, string name)
    {
        var transcript = Transcript.Read(name);
        await using var town = await EveryTranscript.Start(provider, transcript);
        Assert.Equal((await EveryTranscript.Straight(provider, transcript)).Standing, await new PagePlayer(town, transcript).Play());
    }
}

/// <summary>The transcripts, and how each ends when nothing goes wrong: the same for every test, so it is played once.</summary>
public static class EveryTranscript
{
    private static readonly ConcurrentDictionary<(DatabaseProvider, string), Lazy<Task<Ending>>> Played = new();

    public static TheoryData<DatabaseProvider, string> All => On(Transcript.Names);

    public static TheoryData<DatabaseProvider, string> OneHalf => On(Transcript.Names.Where((_, at) => at % 2 == 0));

    public static TheoryData<DatabaseProvider, string> OtherHalf => On(Transcript.Names.Where((_, at) => at % 2 == 1));

    /// <summary>Without those that need LINE; each of them says why.</summary>
    public static TheoryData<DatabaseProvider, string> ForThePage => On(Transcript.Names.Where(name => !Transcript.Read(name).LineOnly));

    internal static Task<Ending> Straight(DatabaseProvider provider, Transcript transcript) =>
        Played.GetOrAdd((provider, transcript.Name), _ => new Lazy<Task<Ending>>(() => Play(provider, transcript))).Value;

    internal static async Task Crashed(DatabaseProvider provider, string name)
    {
        var transcript = Transcript.Read(name);
        await using var town = await Start(provider, transcript);
        Assert.Equal((await Straight(provider, transcript)).Standing, await new RoadPlayer(town, transcript, town.DiesAfter).Play());
    }

    internal static Task<Town> Start(DatabaseProvider provider, Transcript transcript) =>
        Town.Start(provider, ("Privacy:PrivateQuestions", transcript.Mode));

    private static async Task<Ending> Play(DatabaseProvider provider, Transcript transcript)
    {
        await using var town = await Start(provider, transcript);
        return new(await new RoadPlayer(town, transcript).Play(), [.. town.Line.Requests]);
    }

    private static TheoryData<DatabaseProvider, string> On(IEnumerable<string> names)
    {
        var all = new TheoryData<DatabaseProvider, string>();
        foreach (var name in names)
            foreach (var provider in Databases.All) all.Add(provider.Data, name);
        return all;
    }

    /// <param name="Standing">Where the person stands.</param>
    /// <param name="Requests">What LINE was asked on the way.</param>
    internal sealed record Ending(Standing Standing, IReadOnlyList<RecordedRequest> Requests);
}
