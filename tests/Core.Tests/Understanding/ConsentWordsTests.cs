using Concierge.Core.Conversations;
using Concierge.Core.Members;
using Concierge.Core.Understanding;
using Xunit;

namespace Concierge.CoreTests.Understanding;

/// <summary>No polite no is taken for a consent. To ask once more costs a line; to take what was not given costs trust.</summary>
public sealed class ConsentWordsTests
{
    private static readonly string[] Openings = ["", "いえ、", "すみません、", "できれば", "やっぱり", "申し訳ないけど ", "私は"];

    /// <summary>見る, 見せる, 保存する and 伝える, as they stand before たくない, ないで and られる.</summary>
    private static readonly (string Plain, string Stem, string Not, string Passive)[] Verbs =
        [("見る", "見", "見", "見られ"), ("見せる", "見せ", "見せ", "見せられ"), ("保存する", "保存し", "保存し", "保存され"), ("伝える", "伝え", "伝え", "伝えられ"), ("残す", "残し", "残さ", "残され"), ("知らせる", "知らせ", "知らせ", "知らされ")];

    private static readonly Question[] Asked =
        [.. Questionnaires.Embedded.All.SelectMany(form => form.Questions).Where(q => q.Weighs && q.Options.Any(o => o.Key == "yes"))];

    [Fact]
    public void No_refusal_is_heard_as_a_yes() => Assert.Empty(
        from asked in Asked
        from said in Refusals()
        where Reading.Read(said, asked) is Understood.Options { Keys: ["yes"] }
        select $"{asked.Key}: {said}");

    [Fact]
    public void Every_consent_is_among_them_and_can_be_given() => Assert.All(
        Questionnaires.Embedded.All.SelectMany(form => form.Questions).Where(q => q.Consent is not null),
        asked => Assert.True(Asked.Contains(asked) && Reading.Read("はい、よいです", asked) is Understood.Options { Keys: ["yes"] }, asked.Key));

    [Theory]
    [InlineData("やっぱり職員さんに見られるのはいやだわ", Purpose.Staff)]
    [InlineData("窓口の人に見せるの、やめてもらえる", Purpose.Staff)]
    [InlineData("こたえを人に知られたくないんです", Purpose.Staff)]
    [InlineData("わたしのことを職員に見られるのが心配です", Purpose.Staff)]
    [InlineData("答えを残しておくのは やっぱり不安です", Purpose.Service)]
    [InlineData("私のこと、記録しないでほしいの", Purpose.Service)]
    [InlineData("さっきの同意はなしで", null)]
    [InlineData("同意したけど気が変わりました", null)]
    public void An_unclear_withdrawal_is_asked_about(string said, Purpose? purpose) => Assert.Equal(new UnwantedConsent(purpose), ConsentWords.Unwanted(said));

    [Theory]
    [InlineData("職員に見られますか")]
    [InlineData("同意を取り消すとどうなりますか")]
    [InlineData("同意します")]
    [InlineData("教室を見るのはいやです")]
    [InlineData("職員と話すのはいやです")]
    [InlineData("人前に立つのはいやです")]
    [InlineData("予約はなしで")]
    [InlineData("お答えを見せてください")]
    public void What_withdraws_nothing_is_left_alone(string said) => Assert.Null(ConsentWords.Unwanted(said));

    private static IEnumerable<string> Refusals() =>
        from opening in Openings
        from verb in Verbs
        from refusal in Refusals(verb.Plain, verb.Stem, verb.Not, verb.Passive)
        select opening + refusal;

    private static IEnumerable<string> Refusals(string plain, string stem, string not, string passive) =>
    [
        $"{not}ないで", $"{not}ないでください", $"{not}ないでほしいです", $"{not}なくていいです", $"{not}なくてもいいです", $"{not}なくて結構です", $"{not}なくてもかまいません", $"{not}なくて大丈夫です",
        $"{stem}てほしくないです", $"{stem}てほしくありません", $"{stem}てもらいたくない", $"{stem}てもらわなくていいです", $"{stem}ていただかなくて結構です", $"{stem}てもらっては困ります", $"{stem}てはだめです", $"{stem}てはいけません",
        $"{stem}たくありません", $"{stem}たくないです", $"{plain}のはいやです", $"{plain}のはちょっと困ります", $"{plain}のはやめてください", $"{plain}のは遠慮します", $"{plain}のはお断りします", $"{plain}のは反対です",
        $"{passive}るのは困ります", $"{passive}るのはいやです", $"{passive}たくないです", $"{passive}ては困る", $"{passive}るのは恥ずかしい", $"{passive}るのは不安です", $"{passive}るのは心配だわ",
    ];
}
