using System.Net;
using Concierge.Core.Broadcasts;
using Concierge.Data;
using Concierge.SystemTests.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Town = Concierge.SystemTests.Road.Town;

namespace Concierge.SystemTests.Broadcasts;

/// <summary>The counted link leads where staff wrote and nowhere else, and knows nobody.</summary>
public sealed class LinkTests
{
    private const string Address = "https://www.city.kashiwa.lg.jp/";

    private static readonly BroadcastContent Content = new("題", "本文", Link: new BroadcastLink("見る", Address));

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task It_is_the_same_for_everybody_and_counted(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var people = await town.Friends(2);
        var id = await town.Approved(TownBroadcasts.Draft(content: Content));
        await town.Rings();
        var link = $"{town.BotUrl}/g/{town.Broadcast(id).Code}";
        Assert.All(people, person => Assert.Contains(link, person.FromBot[^1].Message.GetRawText(), StringComparison.Ordinal));

        for (var n = 0; n < 3; n++)
        {
            var led = await Follows(link);
            Assert.Equal((HttpStatusCode.Redirect, Address), (led.StatusCode, led.Headers.Location!.AbsoluteUri));
            Assert.False(led.Headers.Contains("Set-Cookie"));
        }
        // LINE itself looks at it to show a preview, and leads nobody anywhere.
        Assert.Equal(HttpStatusCode.Redirect, (await Follows(link, "facebookexternalhit/1.1;line-poker/1.0")).StatusCode);
        Assert.Equal(3, town.Database.Reader.Read(unit => unit.Db.Set<BroadcastLinkEntry>().Single().Clicks));
    }

    [Fact]
    public async Task Of_what_nobody_has_approved_and_of_what_nobody_wrote_it_leads_nowhere()
    {
        await using var town = await Town.Start(Databases.All.First().Data);
        await town.Friends(1);
        var id = await town.Submitted(TownBroadcasts.Draft(content: Content));
        foreach (var code in new[] { town.Broadcast(id).Code, "x", "https%3A%2F%2Fexample.com", "..%2F..", "%00" })
            Assert.NotEqual(HttpStatusCode.Redirect, (await Follows($"{town.BotUrl}/g/{code}")).StatusCode);
    }

    private static async Task<HttpResponseMessage> Follows(string link, string browser = "Mozilla/5.0 (iPhone)")
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });
        http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", browser);
        return await http.GetAsync(link, TestContext.Current.CancellationToken);
    }
}
