using System.Net;
using System.Text.Json;
using Concierge.Core.Broadcasts;
using Concierge.Core.Members;
using Concierge.Core.Seminars;
using Concierge.Core.Staff;
using Concierge.Data;
using Concierge.LineSimulator;
using Xunit;

namespace Concierge.SystemTests.Admin;

/// <summary>The form of a broadcast: what it keeps is what was meant.</summary>
public sealed class BroadcastPagesTests
{
    private const string Form = "/broadcasts/new", Path = "/broadcasts";

    private static readonly (string, string)[] Written = [("title", "教室のご案内"), ("text", "来週の 教室です。"), ("kind", "once"), ("window", "240"), ("cap", "100")];

    [Fact]
    public async Task A_saved_audience_that_is_chosen_and_kept_under_another_name_is_the_same_people()
    {
        await using var desk = await Desk.Opens();
        using var sato = await Comes(desk);
        var token = await desk.Token(Role.Desk);
        var saved = await desk.Sends(HttpMethod.Post, "/api/v1/audiences", token, """{"name":"北の人","rule":{"include":{"areas":["north"]}}}""", headers: ("Idempotency-Key", "1"));
        Assert.Equal(HttpStatusCode.Redirect, (await sato.Sends(Form, Path, [.. Written, ("saved", saved.Body.GetProperty("id").ToString()), ("keep", "写し")])).StatusCode);

        var kept = (await desk.Gets("/api/v1/audiences", token)).Items.Single(one => one.GetProperty("name").GetString() == "写し");
        Assert.Equal("north", Areas(kept.GetProperty("rule").GetProperty("include")).Single());
        var broadcast = Assert.Single((await desk.Gets("/api/v1/broadcasts", token)).Items);
        Assert.Equal("north", Areas(broadcast.GetProperty("audience").GetProperty("include")).Single());
    }

    [Fact]
    public async Task A_name_that_is_too_long_is_said_before_anything_is_written()
    {
        await using var desk = await Desk.Opens();
        using var sato = await Comes(desk);
        var refused = await sato.Sends(Form, Path, [.. Written, ("keep", new string('あ', 41))]);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("value=\"教室のご案内\"", await Clerk.Text(refused), StringComparison.Ordinal);
        Assert.Empty((await desk.Gets("/api/v1/broadcasts", await desk.Token(Role.Desk))).Items);
    }

    [Fact]
    public async Task A_draft_says_at_once_all_that_would_refuse_it_and_who_wrote_it_by_name()
    {
        await using var desk = await Desk.Opens();
        await desk.Friends(3);
        using var sato = await Comes(desk);
        var saved = await sato.Sends(Form, Path, ("title", "教室のご案内"), ("text", ""), ("kind", "once"), ("at", "2026-11-01T10:00"), ("window", "5"), ("cap", "2"), ("seminar", "nothing"));
        var page = saved.Headers.Location!.OriginalString;
        var shown = await sato.Reads(page);
        string[] obstacles = ["本文が まだ ありません。", "送信期限は、15分から", "送る日時が もう 過ぎています。", "上限の人数より 多いです", "もう 申し込めません"];
        Assert.All(obstacles, said => Assert.Contains(said, shown, StringComparison.Ordinal));
        Assert.Contains("<bdi>佐藤</bdi>", shown, StringComparison.Ordinal);

        var path = page.Split('?')[0];
        await sato.Sends(path + "/edit", path, [.. Written]);
        Assert.DoesNotContain("承認の前に、直すところ", await sato.Reads(path), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("あてはまる人が いません。", "in-area", "south")]
    [InlineData("もう 申し込めません", "post", "999999")]
    public async Task What_has_to_be_mended_stops_it_and_stays_on_the_list(string obstacle, string name, string value)
    {
        await using var desk = await Desk.Opens();
        await desk.Friends(1);
        using var sato = await Comes(desk);
        var path = (await sato.Sends(Form, Path, [.. Written, (name, value)])).Headers.Location!.OriginalString.Split('?')[0];
        var refused = await sato.Sends(path, path + "/submit");
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        var said = await Clerk.Text(refused);
        Assert.Contains("承認の前に、直すところ", said, StringComparison.Ordinal);
        Assert.Equal(2, said.Split(obstacle).Length - 1);
        Assert.Contains("<strong>下書き</strong>", await sato.Reads(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_nobody_fits_yet_is_only_a_note_where_people_are_chosen_each_time()
    {
        await using var desk = await Desk.Opens();
        using var sato = await Comes(desk);
        (string, string)[] weekly = [("title", "教室のご案内"), ("text", "来週の 教室です。"), ("kind", "weekly"), ("weekday", "monday"), ("clock", "10:00"), ("until", "2026-12-31"), ("window", "240"), ("cap", "100")];
        var path = (await sato.Sends(Form, Path, weekly)).Headers.Location!.OriginalString.Split('?')[0];
        var shown = await sato.Reads(path);
        Assert.Contains("いまは、あてはまる人がいません。", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("承認の前に、直すところ", shown, StringComparison.Ordinal);
        Assert.EndsWith("?did=submit", (await sato.Sends(path, path + "/submit")).Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_became_of_a_test_stands_on_the_page_of_what_was_tried()
    {
        await using var desk = await Desk.Opens();
        await desk.Friends(1);
        await desk.Database.Writer.Write(unit => unit.Db.Add(new BroadcastPhone { MemberId = "m-friend-1", AddedBy = "sato", At = desk.Time.GetUtcNow() }));
        using var sato = await Comes(desk);
        var draft = (await sato.SendsFile(Form, Path, ("file", "a.png", CannedMedia.Png()), [.. Written, ("alt", "教室の絵")])).Headers.Location!.OriginalString.Split('?')[0];
        Assert.DoesNotContain("試し送り", await sato.Reads(draft), StringComparison.Ordinal);

        var done = await sato.Reads((await sato.Sends(draft, draft + "/test")).Headers.Location!.OriginalString);
        Assert.Contains("試しに送ることにしました。", done, StringComparison.Ordinal);
        Assert.Contains("これから送ります。", done, StringComparison.Ordinal);
        // Where no public address is set LINE could not fetch the picture.
        await desk.Database.Writer.Write(unit => BroadcastRounds.Turn(unit, _ => null, QuietHours.Usual, desk.Time.GetUtcNow()));
        var shown = await sato.Reads(draft);
        Assert.Contains("送れずに、止まっています。", shown, StringComparison.Ordinal);
        Assert.Contains("画像を送れません。", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_saves_from_an_old_tab_sees_what_was_typed_and_where_the_newer_stands_and_may_save_then()
    {
        await using var desk = await Desk.Opens();
        using var sato = await Comes(desk);
        var path = (await sato.Sends(Form, Path, [.. Written])).Headers.Location!.OriginalString.Split('?')[0];
        var old = await sato.Hides(path + "/edit", path);
        await sato.Sends(path + "/edit", path, [.. Written]);
        var stale = await sato.Asks(HttpMethod.Post, path, [.. old, .. Written, ("alt", "あとから")]);
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.StatusCode);
        var page = await Clerk.Text(stale);
        Assert.Contains($"""<a href="{path}" target="_blank" rel="noopener">いまの内容を見る""", page, StringComparison.Ordinal);
        Assert.Contains("value=\"あとから\"", page, StringComparison.Ordinal);
        Assert.Contains("name=\"revision\" value=\"1\"", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await sato.Asks(HttpMethod.Post, path, [.. old.Where(one => one.Name != "revision"), .. Written, ("alt", "あとから"), ("revision", "1")])).StatusCode);
    }

    [Theory]
    [InlineData("cap", "abc", "上限の人数は、")]
    [InlineData("window", "abc", "送信期限は、")]
    [InlineData("post", "abc", "仕事のカードには、")]
    public async Task What_is_no_number_is_told_by_the_name_of_its_field(string name, string typed, string said)
    {
        await using var desk = await Desk.Opens();
        using var sato = await Comes(desk);
        var refused = await sato.Sends(Form, Path, [.. Written.Where(one => one.Item1 != name), (name, typed)]);
        Assert.Contains(said, await Clerk.Text(refused), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_for_an_approval_stands_at_home_but_not_with_its_author()
    {
        await using var desk = await Desk.Opens();
        await desk.Friends(1);
        await desk.Hires("suzuki", "鈴木", Role.Secretariat);
        await desk.Hires("tanaka", "田中", Role.Secretariat);
        using var suzuki = await Clerk.SignsIn(desk, "suzuki");
        using var tanaka = await Clerk.SignsIn(desk, "tanaka");
        var path = (await suzuki.Sends(Form, Path, [.. Written])).Headers.Location!.OriginalString.Split('?')[0];
        await suzuki.Sends(path, path + "/submit");
        Assert.Contains("<strong>0</strong><span>あなたの承認を待っているお知らせ</span>", await suzuki.Reads("/"), StringComparison.Ordinal);
        Assert.Contains("<strong>1</strong><span>あなたの承認を待っているお知らせ</span>", await tanaka.Reads("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Seminars_are_offered_with_their_day_and_none_that_is_over_unless_it_was_chosen()
    {
        await using var desk = await Desk.Opens();
        using var sato = await Comes(desk);
        var first = desk.Database.Reader.Read(unit => unit.Db.Set<Seminar>().AsEnumerable().MinBy(s => s.StartsAt)!);
        var (option, label) = ($"<option value=\"{first.Id}\"", $"{SeminarTime.Spell(first.StartsAt)} {first.Title}");
        var form = await sato.Reads(Form);
        Assert.Contains(option, form, StringComparison.Ordinal);
        Assert.Contains(label, form, StringComparison.Ordinal);
        var path = (await sato.Sends(Form, Path, [.. Written, ("seminar", first.Id)])).Headers.Location!.OriginalString.Split('?')[0];
        desk.Time.SetUtcNow(first.EndsAt);
        using var later = await Clerk.SignsIn(desk, "sato");
        Assert.DoesNotContain(option, await later.Reads(Form), StringComparison.Ordinal);
        Assert.Contains(option, await later.Reads(path + "/edit"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broadcast_is_not_called_off_at_one_click()
    {
        await using var desk = await Desk.Opens();
        using var sato = await Comes(desk);
        var path = (await sato.Sends(Form, Path, [.. Written])).Headers.Location!.OriginalString.Split('?')[0];
        var page = await sato.Reads(path);
        Assert.True(page.IndexOf($"action=\"{path}/cancel\"", StringComparison.Ordinal) > page.IndexOf("<summary>中止するとき</summary>", StringComparison.Ordinal));
        Assert.Contains("did=cancel", (await sato.Sends(path, path + "/cancel")).Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_says_on_the_telephone_that_they_want_no_news_gets_none_and_may_have_them_again()
    {
        await using var desk = await Desk.Opens();
        await desk.Friends(2);
        using var sato = await Comes(desk);
        const string page = "/members/m-friend-1", form = page + "/news";
        var opened = await sato.Hides(page, form);
        foreach (var (said, people) in new[] { ("お知らせを止めました。", 1), ("お知らせを、また送ります。", 2) })
        {
            var done = await sato.Sends(page, form);
            Assert.Contains(said, await sato.Reads(done.Headers.Location!.OriginalString), StringComparison.Ordinal);
            Assert.Equal(people, desk.Database.Reader.Read(unit => AudienceReading.People(unit, Audience.Everybody)).Count);
        }
        Assert.Equal("counter/consent_news", desk.Database.Reader.Read(unit => unit.Consents.Of("m-friend-1").Newest(Purpose.News)!.Text));
        var onPaper = await desk.Sends(HttpMethod.Put, "/api/v1/members/m-friend-1/consents/news", await desk.Token(Role.Desk), """{"given":false,"paper":"inventory@2"}""", headers: ("If-Match", "\"9\""));
        Assert.Equal((400, "paper"), (onPaper.Status, onPaper.Text("item")));
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await sato.Asks(HttpMethod.Post, form, opened)).StatusCode);
    }

    private static IEnumerable<string?> Areas(JsonElement criteria) => criteria.GetProperty("areas").EnumerateArray().Select(area => area.GetString());

    private static async Task<Clerk> Comes(Desk desk)
    {
        await desk.Hires("sato", "佐藤", Role.Desk);
        return await Clerk.SignsIn(desk, "sato");
    }
}
