using System.Text.RegularExpressions;
using Xunit;

namespace Concierge.CoreTests.Wording;

/// <summary>Every sentence that somebody can read is plain, wherever it is kept.</summary>
public sealed partial class PlainTests
{
    [Fact]
    public void Every_sentence_is_plain()
    {
        var faults = Sentences.All.SelectMany(one => Plain.Faults(one).Select(fault => $"{one.Where}: {fault}")).Distinct().ToArray();
        Assert.True(faults.Length == 0, string.Join('\n', faults));
    }

    [Fact]
    public void Nothing_that_is_shown_is_left_out()
    {
        var read = Sentences.All.Where(one => one.Role != Role.Unseen).Select(one => one.Where.Split(' ')[0].Split('@')[0]).ToHashSet();
        Assert.Superset(
            new HashSet<string>
            {
                "words.ja.json", "questionnaires/inventory", "questionnaires/entry", "questionnaires/kihon_checklist", "questionnaires/trouble", "questionnaires/find",
                "faq.json", "partners.json", "helplines.json", "seminars.json", "demo/seminars.json", "tasks.json", "care/places.json", "areas.json",
            },
            read);
    }

    [Theory]
    [InlineData("行けないことは ありません。", "double negative")]
    [InlineData("書かないと 送れません。", "double negative")]
    [InlineData("押せ。", "neither")]
    [InlineData("後期高齢者医療制度の ご案内です。", "in a row")]
    [InlineData("ボタンをタップしてください。", "タップ")]
    [InlineData("押してください！", "a mark")]
    [InlineData("ﾒﾆｭｰを 押してください。", "half-width")]
    [InlineData("「はいを 押してください。", "bracket")]
    [InlineData("押して  ください。", "a space too many")]
    [InlineData("お名前と、住所と、電話と、年齢と、性別を 書いてください。", "more than one fact")]
    [InlineData("窓口に行くかどうかをきめるまえにおしてください。", "no place to break")]
    [InlineData("市役所の 窓口で 住所の 変更を 申請して 本人の 確認書を 受領します。", "kanji in one sentence")]
    [InlineData("あしたの ごご もしも はれたら いっしょに かいものへ でかけたいと おもっている ところです。", "characters in one sentence")]
    public void What_is_not_plain_is_found(string text, string fault) =>
        Assert.Contains(Plain.Faults(new Sentence("here", text, Role.Prose)), found => found.Contains(fault, StringComparison.Ordinal));

    /// <summary>In the code stand only what people say to us, and the forms of dates.</summary>
    [Fact]
    public void No_sentence_stands_in_the_code()
    {
        var found = Directory.EnumerateFiles(Repository.Path("src"), "*.*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/Understanding/", StringComparison.Ordinal))
            .SelectMany(file => File.ReadLines(file).Where(line => SentenceInCode().IsMatch(line) && !line.TrimStart().StartsWith("//", StringComparison.Ordinal)).Select(line => $"{Path.GetFileName(file)}: {line.Trim()}"))
            .ToArray();
        Assert.True(found.Length == 0, string.Join('\n', found));
    }

    [GeneratedRegex("[^\"]{8,}(です|ます|ません|ください|ました)。?[\"<]")]
    private static partial Regex SentenceInCode();
}
