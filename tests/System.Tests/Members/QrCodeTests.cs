using System.Net;
using Concierge.Data;
using Concierge.SystemTests.Data;
using Xunit;
using Town = Concierge.SystemTests.Road.Town;

namespace Concierge.SystemTests.Members;

public sealed class QrCodeTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_poster_leads_to_LINE_and_is_counted_without_a_trace_of_who_came(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider, ("Line:AddFriendUrl", "https://line.me/R/ti/p/%40kashiwa"), ("Line:BotId", "@kashiwa"));
        Assert.Equal("https://line.me/R/ti/p/%40kashiwa", await Leads(town, "/q/desk"));
        Assert.Equal("https://line.me/R/ti/p/%40kashiwa", await Leads(town, "/q/" + Uri.EscapeDataString("窓口")));
        Assert.Equal("https://line.me/R/oaMessage/%40kashiwa/?" + Uri.EscapeDataString("窓口から"), await Leads(town, "/q/desk/talk"));
        Assert.Equal("https://line.me/R/ti/p/%40kashiwa", await Leads(town, "/q/long-gone"));

        var (desk, other, members) = town.Database.Reader.Read(u => (
            Tally.Since(u, "visit/desk", town.Clock.GetUtcNow()), Tally.Since(u, "visit/other", town.Clock.GetUtcNow()), u.Db.Members.Count()));
        Assert.Equal((3, 1, 0), (desk, other, members));
    }

    private static async Task<string> Leads(Town town, string path)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
        var answer = await http.GetAsync(town.BotUrl + path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        return answer.Headers.Location!.OriginalString;
    }
}
