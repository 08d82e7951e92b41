using System.Globalization;
using Concierge.Core.Consultation;
using Xunit;

namespace Concierge.CoreTests.Consultation;

/// <summary>What よくある質問 and the directory must be, whoever edits them.</summary>
public sealed class AdviceTests
{
    [Fact]
    public void There_are_twenty_questions_and_every_topic_has_some()
    {
        Assert.True(Faq.Embedded.Questions.Length >= 20);
        Assert.All(Faq.Embedded.Topics, topic => Assert.NotEmpty(Faq.Embedded.Under(topic.Key)));
    }

    [Fact]
    public void Every_answer_and_every_door_says_where_it_comes_from_and_when_it_was_checked()
    {
        Assert.All(Faq.Embedded.Questions, entry => Assert.True(entry.Source.Length > 0 && entry.Checked.Year >= 2026, entry.Key));
        Assert.All(Partners.Embedded.All, partner => Assert.True(partner.Source.Length > 0 && partner.Checked.Year >= 2026, partner.Key));
    }

    [Fact]
    public void Every_button_fits_LINE_and_no_two_mean_different_things()
    {
        var labels = Faq.Embedded.Questions.Select(q => q.Question).Concat(Faq.Embedded.Topics.Select(t => t.Title)).Concat(Partners.Embedded.Wishes.Select(w => w.Label));
        Assert.All(labels, label => Assert.InRange(new StringInfo(label).LengthInTextElements, 1, 20));
        var keys = Faq.Embedded.Questions.Select(q => q.Key).Concat(Faq.Embedded.Topics.Select(t => t.Key)).Concat(Partners.Embedded.Wishes.Select(w => w.Key)).ToList();
        Assert.Equal(keys.Count, keys.Distinct().Count());
    }

    [Fact]
    public void A_fact_a_sentence_and_short_ones() =>
        Assert.All(Faq.Embedded.Questions, entry => Assert.All(entry.Answer.Split('\n'), line => Assert.True(line.EndsWith('。') && line.Count(c => c == '。') == 1 && line.Length <= 45, line)));

    [Fact]
    public void Only_the_number_we_know_can_be_dialled()
    {
        Assert.Equal("04-7163-1200", Assert.Single(Partners.Embedded.All, partner => partner.Phone is not null).Phone);
        Assert.All(Partners.Embedded.Wishes, wish => Assert.NotEmpty(Partners.Embedded.For(wish)));
    }

    [Theory]
    [InlineData("fund", "日本政策金融公庫 松戸支店")]
    [InlineData("found", "柏商工会議所")]
    [InlineData("light", "柏市シルバー人材センター")]
    [InlineData("employ", "ハローワーク松戸")]
    [InlineData("volunteer", "柏市社会福祉協議会")]
    [InlineData("life", "柏市地域生活支援センター")]
    [InlineData("care", "地域包括支援センター 北柏第2")]
    [InlineData("unsure", "かしわ生涯現役窓口")]
    public void Each_wish_has_its_door(string wish, string door) => Assert.Equal(door, Partners.Embedded.For(Partners.Embedded.Find(wish)!).First().Name);

    [Theory]
    [InlineData("""{"all":[],"wishes":[{"key":"a","label":"a","reading":"","also":[],"partners":["nobody"]}]}""")]
    [InlineData("""{"all":[],"wishes":[{"key":"a","label":"a","reading":"","also":[],"partners":[]},{"key":"a","label":"b","reading":"","also":[],"partners":[]}]}""")]
    public void A_directory_that_leads_nowhere_is_refused(string json) => Assert.Throws<FormatException>(() => Partners.Read(json));
}
