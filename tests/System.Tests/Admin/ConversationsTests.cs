using Concierge.Core.Conversations;
using Concierge.Core.Staff;
using Concierge.Data;
using Concierge.SystemTests.Data;
using Xunit;

namespace Concierge.SystemTests.Admin;

/// <summary>The desk reads what was said.</summary>
public sealed class ConversationsTests
{
    private const string Path = "/api/v1/conversations", Hanako = Path + "/" + Some.Hanako;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Words_are_read_the_newest_first_and_it_is_written_down(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await using var desk = await Desk.Opens(on: test);
        await desk.Hanako();
        var sato = await desk.Employs("sato", "佐藤", Role.Desk);

        var listed = Assert.Single((await desk.Gets(Path + "?owner=bot", sato)).Items);
        Assert.Equal((Some.Hanako, "bot", "web"), (listed.GetProperty("member").GetString(), listed.GetProperty("last").GetProperty("from").GetString(), listed.GetProperty("last").GetProperty("channel").GetString()));
        Assert.Empty((await desk.Gets(Path + "?owner=staff", sato)).Items);
        Assert.Equal("\"0\"", (await desk.Gets(Hanako, sato)).ETag);

        var first = await desk.Gets(Hanako + "/messages?limit=3", sato);
        Assert.Equal([People.SaidOnPage + "?", People.SaidOnPage, People.SaidOnLine + "?"], first.Items.Select(message => message.GetProperty("text").GetString()));
        Assert.Equal("[\"はい\"]", first.Items[0].GetProperty("choices").GetRawText());
        var rest = await desk.Gets($"{Hanako}/messages?limit=3&cursor={first.Next}", sato);
        Assert.Equal((People.SaidOnLine, "person", "words"), Assert.Single(rest.Items) is var last ? (last.GetProperty("text").GetString(), last.GetProperty("from").GetString(), last.GetProperty("kind").GetString()) : default);
        Assert.Null(rest.Next);
        Assert.Equal(["read", "read"], desk.Trail("conversation/" + Some.Hanako).Select(entry => entry.Action));
    }

    /// <summary>People are told: staff see what is said to staff, and nothing else. On LINE the talk repeats what was answered.</summary>
    [Fact]
    public async Task Without_consent_nothing_is_read_but_what_was_said_to_staff()
    {
        await using var desk = await Desk.Opens();
        await desk.Hanako(letsStaffSee: false);
        var read = await desk.Gets(Hanako + "/messages", await desk.Token(Role.Desk));
        Assert.DoesNotContain(People.SaidOnPage, read.Raw);
        Assert.DoesNotContain(People.SaidOnLine, read.Raw);
        Assert.All(read.Items, message => Assert.Equal("no-consent", message.GetProperty("withheld").GetString()));
    }

    [Fact]
    public async Task What_was_taken_back_is_gone_and_a_tap_reads_as_the_button_did()
    {
        await using var desk = await Desk.Opens();
        await desk.Hanako();
        await desk.Database.Writer.Write(unit =>
        {
            unit.Messages.Blank(Some.Hanako, "e1");
            var tapped = StoredMessage.Of(new Incoming.Tapped(new Tap("s", "", 1, new Act.Choose("yes"))) { At = Some.Noon });
            unit.Messages.Add(new MessageRow(0, Some.Hanako, Some.Noon, Speaker.Person, Channel.Line, "e3", 0, null, 0, unit.Vault.Seal(unit.Members.Key(Some.Hanako), Fields.MessageBody, tapped)));
        });
        var read = await desk.Gets(Hanako + "/messages", await desk.Token(Role.Desk));
        Assert.Equal(("tapped", "はい"), (read.Items[0].GetProperty("kind").GetString(), read.Items[0].GetProperty("text").GetString()));
        Assert.True(read.Items[^1].GetProperty("takenBack").GetBoolean());
        Assert.Equal("null", read.Items[^1].GetProperty("text").GetRawText());
    }

    [Theory]
    [InlineData("/m-nobody", 404)]
    [InlineData("/m-nobody/messages", 404)]
    [InlineData("?owner=nobody", 400)]
    public async Task What_is_not_there_is_said(string path, int status)
    {
        await using var desk = await Desk.Opens();
        Assert.Equal(status, (await desk.Gets(Path + path, await desk.Token(Role.Desk))).Status);
    }

    [Fact]
    public async Task Other_roles_read_nothing()
    {
        await using var desk = await Desk.Opens();
        await desk.Hanako();
        await desk.AssertNothingShows([Role.Desk, Role.Secretariat], Path, Hanako, Hanako + "/messages");
    }
}
