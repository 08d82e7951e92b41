using System.Net;
using System.Net.Http.Headers;
using Concierge.LineSimulator;
using Xunit;

namespace Concierge.SystemTests.LineSimulator;

public sealed class RichMenuTests : Town
{
    private static readonly byte[] Picture = CannedMedia.Png(2500, 843);

    [Fact]
    public async Task A_menu_with_a_picture_can_be_the_default_of_every_phone()
    {
        var id = await Menu();
        Assert.Equal("must upload richmenu image before applying it to user", (await Post($"/v2/bot/user/all/richmenu/{id}", null)).Message);
        Assert.Equal(HttpStatusCode.OK, (await Upload(id, Picture)).Status);
        Assert.Equal(HttpStatusCode.OK, (await Post($"/v2/bot/user/all/richmenu/{id}", null)).Status);
        Assert.Equal("メニュー", Hanako.RichMenu!.Value.GetProperty("chatBarText").GetString());
        Assert.Equal(Picture, (await Get($"/v2/bot/richmenu/{id}/content")).Bytes);
    }

    [Fact]
    public async Task A_menu_of_ones_own_goes_before_the_default()
    {
        var (standard, own) = (await Menu("みんな", upload: true), await Menu("花子", upload: true));
        await Post($"/v2/bot/user/all/richmenu/{standard}", null);
        await Post($"/v2/bot/user/{Hanako.Id}/richmenu/{own}", null);
        Assert.Equal("花子", Hanako.RichMenu!.Value.GetProperty("chatBarText").GetString());
        Assert.Equal(own, (string?)(await Get($"/v2/bot/user/{Hanako.Id}/richmenu")).Json["richMenuId"]);
        await Delete($"/v2/bot/user/{Hanako.Id}/richmenu");
        Assert.Equal("みんな", Hanako.RichMenu!.Value.GetProperty("chatBarText").GetString());
        await Delete($"/v2/bot/richmenu/{standard}");
        Assert.Null(Hanako.RichMenu);
    }

    [Fact]
    public async Task A_picture_is_never_replaced()
    {
        var id = await Menu(upload: true);
        Assert.Equal("An image has already been uploaded to the richmenu", (await Upload(id, Picture)).Message);
    }

    [Theory]
    [InlineData(2500, 843, HttpStatusCode.OK)]
    [InlineData(799, 400, HttpStatusCode.BadRequest)]
    [InlineData(800, 249, HttpStatusCode.BadRequest)]
    [InlineData(800, 560, HttpStatusCode.BadRequest)]
    public async Task A_picture_has_the_shape_of_a_menu(int width, int height, HttpStatusCode expected) =>
        Assert.Equal(expected, (await Upload(await Menu(), CannedMedia.Png(width, height))).Status);

    [Fact]
    public async Task A_picture_is_one_megabyte_at_most() =>
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await Upload(await Menu(), [.. Picture, .. new byte[1024 * 1024]])).Status);

    [Theory]
    [InlineData(20, 14, HttpStatusCode.OK)]
    [InlineData(21, 14, HttpStatusCode.BadRequest)]
    [InlineData(20, 15, HttpStatusCode.BadRequest)]
    public async Task A_menu_has_20_areas_and_a_bar_of_14_characters(int areas, int bar, HttpStatusCode expected) =>
        Assert.Equal(expected, (await Post("/v2/bot/richmenu/validate", Body(new string('あ', bar), areas))).Status);

    [Fact]
    public async Task A_tap_on_a_tab_switches_the_menu_behind_its_alias()
    {
        var (first, second) = (await Menu("一枚目", upload: true), await Menu("二枚目", upload: true));
        await Post("/v2/bot/richmenu/alias", new { richMenuAliasId = "second", richMenuId = second });
        await Post($"/v2/bot/user/all/richmenu/{first}", null);
        await Hanako.Taps("次へ");
        Assert.Equal("二枚目", Hanako.RichMenu!.Value.GetProperty("chatBarText").GetString());
        Assert.Equal("""{"newRichMenuAliasId":"second","status":"SUCCESS"}""", Bot.Events[^1]["postback"]!["params"]!.ToJsonString());
    }

    [Fact]
    public async Task An_alias_is_taken_once_and_can_be_moved()
    {
        var (first, second) = (await Menu(upload: true), await Menu(upload: true));
        await Post("/v2/bot/richmenu/alias", new { richMenuAliasId = "menu", richMenuId = first });
        Assert.Equal("conflict richmenu alias id", (await Post("/v2/bot/richmenu/alias", new { richMenuAliasId = "menu", richMenuId = second })).Message);
        await Post("/v2/bot/richmenu/alias/menu", new { richMenuId = second });
        Assert.Equal(second, (string?)(await Get("/v2/bot/richmenu/alias/menu")).Json["richMenuId"]);
        Assert.Single((await Get("/v2/bot/richmenu/alias/list")).Json["aliases"]!.AsArray());
        await Delete("/v2/bot/richmenu/alias/menu");
        Assert.Equal(HttpStatusCode.NotFound, (await Get("/v2/bot/richmenu/alias/menu")).Status);
    }

    [Fact]
    public async Task Many_can_be_linked_at_once()
    {
        var id = await Menu("みんな", upload: true);
        var answer = await Post("/v2/bot/richmenu/bulk/link", new { richMenuId = id, userIds = new[] { Hanako.Id } });
        Assert.Equal(HttpStatusCode.Accepted, answer.Status);
        Assert.NotNull(Hanako.RichMenu);
        await Post("/v2/bot/richmenu/bulk/unlink", new { userIds = new[] { Hanako.Id } });
        Assert.Null(Hanako.RichMenu);
    }

    [Fact]
    public async Task A_menu_is_listed_as_it_was_made()
    {
        var id = await Menu();
        var menu = (await Get("/v2/bot/richmenu/list")).Json["richmenus"]![0]!;
        Assert.Equal(id, (string?)menu["richMenuId"]);
        Assert.Equal("次へ", (string?)menu["areas"]![0]!["action"]!["label"]);
    }

    private async Task<string> Menu(string bar = "メニュー", bool upload = false)
    {
        var id = (string)(await Post("/v2/bot/richmenu", Body(bar, 1))).Json["richMenuId"]!;
        if (upload) await Upload(id, Picture);
        return id;
    }

    private Task<ApiAnswer> Upload(string id, byte[] png) => Call(HttpMethod.Post, $"/v2/bot/richmenu/{id}/content",
        new ByteArrayContent(png) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } });

    private static object Body(string bar, int areas) => new
    {
        size = new { width = 2500, height = 843 }, selected = true, name = "名前", chatBarText = bar,
        areas = Enumerable.Repeat(new
        {
            bounds = new { x = 0, y = 0, width = 100, height = 100 },
            action = new { type = "richmenuswitch", label = "次へ", richMenuAliasId = "second", data = "tab" },
        }, areas),
    };
}
