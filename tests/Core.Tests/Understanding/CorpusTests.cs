using System.Collections.Immutable;
using Concierge.Core.Conversations;
using Concierge.Core.Understanding;
using Concierge.Core.Wording;
using Xunit;

namespace Concierge.CoreTests.Understanding;

/// <summary>To teach the bot something, add the line to <c>corpus*.tsv</c> first.</summary>
public sealed class CorpusTests
{
    private static readonly Questionnaire Inventory = Questionnaires.Embedded.Get("inventory@1");

    [Fact]
    public void Everything_in_the_corpus_is_understood_as_written()
    {
        string[] wrong = [.. Corpus.All.Where(row => !row.IsRight && !row.IsKnownMiss).Select(row => row.ToString())];
        Assert.True(wrong.Length == 0, string.Join('\n', wrong));
        Assert.True(Corpus.Rows.Count() >= 600, $"Only {Corpus.Rows.Count()} utterances.");
    }

    [Fact]
    public void What_is_understood_by_now_is_no_longer_marked_as_a_miss() =>
        Assert.Empty(Corpus.All.Where(row => row.IsRight && row.IsKnownMiss).Select(row => row.ToString()));

    /// <summary>A floor may rise; it does not sink.</summary>
    [Fact]
    public void Four_of_five_are_understood_in_words_that_are_read_for_the_first_time() =>
        Assert.InRange(Corpus.GeneralHeldOut.Count(row => !row.WasMissed) * 100 / Corpus.GeneralHeldOut.Count(), 80, 100);

    [Fact]
    public void No_utterance_stands_there_twice() =>
        Assert.Empty(Corpus.All.GroupBy(row => (row.Asked, row.Words)).Where(same => same.Count() > 1).Select(same => same.Key));

    /// <summary>Every label, reading and other wording of the inventory is at least one of the meanings of its own words.</summary>
    [Fact]
    public void Every_wording_of_every_option_is_understood()
    {
        foreach (var question in Inventory.Questions)
            foreach (var option in question.Options)
                foreach (var words in option.Also.Prepend(option.Reading).Prepend(option.Label))
                    Assert.Contains(option.Key, Keys(Reading.Read(words, question)));
    }

    [Fact]
    public void Every_command_and_menu_button_is_understood_when_it_is_typed()
    {
        foreach (var command in Enum.GetValues<Command>())
            Assert.Equal(new Understood.Said(command), Reading.Read(Words.Say("command_" + command.ToString().ToLowerInvariant()), null));
        foreach (var item in Enum.GetValues<MenuItem>())
            Assert.Equal(new Understood.Wish(item), Reading.Read(Words.Say("menu_" + item.ToString().ToLowerInvariant()), null));
        Assert.Equal(new Understood.Wish(MenuItem.Inventory), Reading.Read(Words.Say("menu_inventory_go_on"), null));
    }

    private static ImmutableArray<string> Keys(Understood understood) => understood switch
    {
        Understood.Options options => options.Keys,
        Understood.Ambiguous either => either.Keys,
        _ => throw new InvalidOperationException($"Read as {understood}."),
    };
}
