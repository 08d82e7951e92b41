using Concierge.CoreTests.Understanding;
using Xunit;

namespace Concierge.CoreTests.Safety;

/// <summary>How much of what nobody wrote the tables for is heard. A floor may rise; it does not sink.</summary>
public sealed class DangerTests
{
    private static readonly Corpus.Row[] Unseen = [.. Corpus.DangerHeldOut, .. Corpus.DangerFresh, .. Corpus.DangerFreshAgain, .. Corpus.DangerFreshOnceMore];

    private static readonly Corpus.Row[] All = [.. Corpus.Dev, .. Unseen];

    [Theory]
    [InlineData("Crisis", 82)]
    [InlineData("Soft", 76)]
    [InlineData("Emergency", 90)]
    [InlineData("Abuse", 82)]
    public void Most_danger_is_heard_in_words_that_are_read_for_the_first_time(string kind, int floor)
    {
        Corpus.Row[] danger = [.. Unseen.Where(row => IsOf(kind, row))];
        Assert.True(danger.Count(row => !row.WasMissed) * 100 >= floor * danger.Length, $"{kind}: {danger.Count(row => !row.WasMissed)} of {danger.Length}");
    }

    [Theory]
    [InlineData("Crisis")]
    [InlineData("Emergency")]
    [InlineData("Abuse")]
    [InlineData("Soft")]
    public void By_now_nearly_all_of_it_leads_to_a_number_to_call(string kind)
    {
        Corpus.Row[] danger = [.. All.Where(row => IsOf(kind, row))];
        string[] missed = [.. danger.Where(row => !row.IsHeardAsDanger).Select(row => row.ToString())];
        Assert.True(missed.Length * 50 <= danger.Length, string.Join('\n', missed));
    }

    [Fact]
    public void Of_what_only_sounds_like_danger_less_than_two_in_a_hundred_ring()
    {
        Corpus.Row[] harmless = [.. All.Where(row => row.Kind == "Harmless")];
        string[] rung = [.. harmless.Where(row => row.IsHeardAsDanger).Select(row => row.ToString())];
        Assert.True(rung.Length * 100 < 2 * harmless.Length, string.Join('\n', rung));
    }

    [Fact]
    public void What_we_say_ourselves_rings_only_where_it_speaks_of_danger()
    {
        var read = new List<string>();
        foreach (var file in Directory.EnumerateFiles(Wording.Repository.Path("data"), "*.json", SearchOption.AllDirectories))
            read.AddRange(Texts(System.Text.Json.JsonDocument.Parse(File.ReadAllText(file)).RootElement));
        string[] rung = [.. read.Where(text => Core.Understanding.Reading.Read(text, null) is Core.Understanding.Understood.Safety)];
        Assert.True(read.Count > 1000 && rung.Length * 200 < read.Count, string.Join('\n', rung));
    }

    private static bool IsOf(string kind, Corpus.Row row) => row.IsDanger && row.Value.Split('|')[0] == kind;

    private static IEnumerable<string> Texts(System.Text.Json.JsonElement json) => json.ValueKind switch
    {
        System.Text.Json.JsonValueKind.String => [json.GetString()!],
        System.Text.Json.JsonValueKind.Array => json.EnumerateArray().SelectMany(Texts),
        System.Text.Json.JsonValueKind.Object => json.EnumerateObject().SelectMany(part => Texts(part.Value)),
        _ => [],
    };
}
