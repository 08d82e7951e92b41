using System.Text.Json;
using Concierge.Bot.Line;
using Concierge.Data;
using Concierge.LineSimulator;
using Concierge.SystemTests.OpenApi;
using Concierge.SystemTests.Road;
using Xunit;
using Town = Concierge.SystemTests.Road.Town;

namespace Concierge.SystemTests.Members;

public sealed class RichMenuTests
{
    private const string Menus = "/v2/bot/richmenu";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Hanako_sees_six_fields_at_the_foot_of_the_chat_and_each_leads_on()
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite);
        Assert.True(await PutUp(town));
        var hanako = town.Line.Person("花子");
        await hanako.Follows();
        await town.Settles();
        foreach (var words in Town.Welcome)
        {
            await hanako.Says(words);
            await town.Settles();
        }

        Assert.Equal("メニュー", hanako.RichMenu!.Value.GetProperty("chatBarText").GetString());
        Assert.Equal(["さがす", "わたしの予定", "からだチェック", "学ぶ・集まる", "相談する", "わたし"], Fields(hanako).Select(b => b.Label));
        Assert.All(Fields(hanako), field => Assert.DoesNotContain("open", field.Action.GetProperty("data").GetString()));
        foreach (var field in Fields(hanako))
        {
            var before = hanako.FromBot.Count;
            await hanako.TapsNth(hanako.Tappable.ToList().IndexOf(field) + 1);
            await town.Settles();
            Assert.True(hanako.FromBot.Count > before, field.Label);
        }
        Assert.Contains("わたしの ページです", hanako.FromBot[^1].Text);
    }

    [Fact]
    public async Task It_covers_the_whole_picture_and_the_picture_is_one_that_LINE_takes()
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite);
        var body = JsonDocument.Parse(town.Part<RichMenu>().Body).RootElement;
        var covered = body.GetProperty("areas").EnumerateArray().Select(a => a.GetProperty("bounds"))
            .Sum(b => b.GetProperty("width").GetInt32() * b.GetProperty("height").GetInt32());
        Assert.Equal(2500 * 1686, covered);
        Assert.InRange(RichMenu.Picture.Length, 1, 1024 * 1024);
        Assert.Equal([2500, 1686], new[] { 16, 20 }.Select(at => System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(RichMenu.Picture.AsSpan(at))));
    }

    [Fact]
    public async Task It_is_one_that_LINEs_own_documents_allow()
    {
        Assert.SkipWhen(LineOpenApi.Messaging is null, LineOpenApi.Missing);
        await using var town = await Town.Start(DatabaseProvider.Sqlite);
        Assert.Empty(LineOpenApi.Messaging!.Errors("RichMenuRequest", System.Text.Encoding.UTF8.GetString(town.Part<RichMenu>().Body)));
    }

    [Fact]
    public async Task A_second_start_makes_nothing_new()
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite);
        await PutUp(town);
        await PutUp(town);
        Assert.Single(town.Line.Requests, r => r.Path == Menus && r.Method == "POST");
        Assert.Single(town.Line.Requests, r => r.Path.EndsWith("/content", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_changed_one_takes_the_place_of_the_old_and_a_strangers_menu_is_left_alone()
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite);
        var line = town.Part<LineClient>();
        var old = await Make(line, RichMenu.Prefix + "000000000000");
        var strange = await Make(line, "city-campaign");
        await line.SetDefaultRichMenu(old, Cancel);
        await line.CreateRichMenuAlias(RichMenu.Alias, old, Cancel);

        Assert.True(await PutUp(town));

        var left = (await line.RichMenus(Cancel))!;
        Assert.Equal(new[] { "city-campaign", town.Part<RichMenu>().Name }.Order(), left.Select(m => m.Name).Order());
        Assert.Contains(left, m => m.Id == strange);
        Assert.Contains(town.Line.Requests, r => r.Path == Menus + "/alias/main" && r.Status == 200);
        Assert.Equal(town.Part<RichMenu>().Name, town.Line.Person("花子").RichMenu!.Value.GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("/content")]
    [InlineData("/alias")]
    public async Task A_step_that_LINE_failed_at_is_made_good_by_the_next_run(string step)
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite);
        town.Line.Faults.Next(Fault.ApiErrorBefore, step, times: 2);
        Assert.False(await PutUp(town));
        town.Line.Faults.Clear();
        Assert.True(await PutUp(town));
        Assert.Single((await town.Part<LineClient>().RichMenus(Cancel))!);
    }

    private static Task<bool> PutUp(Town town) => town.Part<RichMenuSetup>().PutUp(Cancel);

    private static Button[] Fields(Person person) => [.. person.Tappable.Where(b => b.Place == "richMenu")];

    private static async Task<string> Make(LineClient line, string name)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new { size = new { width = 2500, height = 1686 }, selected = true, name, chatBarText = "前", areas = Array.Empty<object>() });
        var id = (await line.CreateRichMenu(body, Cancel))!;
        Assert.True(await line.UploadRichMenu(id, RichMenu.Picture, Cancel));
        return id;
    }
}
