using System.Net;
using Concierge.Core.Broadcasts;
using Concierge.Data;
using Concierge.LineSimulator;
using Concierge.SystemTests.Data;
using Xunit;
using Town = Concierge.SystemTests.Road.Town;

namespace Concierge.SystemTests.Broadcasts;

/// <summary>What staff have uploaded is shown by the bot, to LINE and to everybody who has its address.</summary>
public sealed class PictureTests
{
    private const string Id = "0123456789abcdefghijkl";

    private static readonly BroadcastContent Content = new("題", "本文", Picture: Id, Alt: "教室の絵");

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task It_is_given_as_it_was_for_good_and_as_nothing_but_a_picture(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        await Upload(town);
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var shown = await http.GetAsync($"{town.BotUrl}/pictures/{Id}", TestContext.Current.CancellationToken);
        Assert.Equal(CannedMedia.Png(), await shown.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(
            ("image/png", "public, max-age=31536000, immutable", "nosniff", "default-src 'none'; sandbox"),
            (shown.Content.Headers.ContentType!.ToString(), shown.Headers.GetValues("Cache-Control").Single(), shown.Headers.GetValues("X-Content-Type-Options").Single(), shown.Headers.GetValues("Content-Security-Policy").Single()));
        Assert.False(shown.Headers.Contains("Set-Cookie"));
        foreach (var other in new[] { "nothing", "..%2F..", Id.ToUpperInvariant() })
            Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync($"{town.BotUrl}/pictures/{other}", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task LINE_is_told_the_public_address_of_it()
    {
        await using var town = await Town.Start(Databases.All.First().Data, ("Bot:PublicUrl", "https://concierge.example.lg.jp"));
        await Upload(town);
        var people = await town.Friends(1);
        await town.Approved(TownBroadcasts.Draft(content: Content));
        await town.Rings();
        Assert.Contains($"https://concierge.example.lg.jp/pictures/{Id}", Assert.Single(town.Multicasts()).Body, StringComparison.Ordinal);
        Assert.Equal(2, people[0].FromBot.Count);
    }

    [Fact]
    public async Task Where_no_public_address_is_set_it_pauses_and_says_why()
    {
        await using var town = await Town.Start(Databases.All.First().Data);
        await Upload(town);
        await town.Friends(1);
        var id = await town.Approved(TownBroadcasts.Draft(content: Content));
        await town.Rings();
        Assert.Equal((BroadcastState.Paused, BroadcastReason.Address), (town.State(id), town.Broadcast(id).Reason!.Value));
        Assert.Empty(town.Multicasts());
    }

    private static Task Upload(Town town) => town.Database.Writer.Write(unit =>
    {
        unit.Db.Add(new BroadcastPicture { Id = Id, Type = "image/png", Bytes = CannedMedia.Png(), AddedBy = TownBroadcasts.Sato, At = town.Clock.GetUtcNow() });
    });
}
