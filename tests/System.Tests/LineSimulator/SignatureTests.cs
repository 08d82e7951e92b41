using System.Text;
using Concierge.LineSimulator;
using Xunit;

namespace Concierge.SystemTests.LineSimulator;

public sealed class SignatureTests : Town
{
    [Fact]
    public void The_signature_of_LINEs_own_example_comes_out() => Assert.Equal(
        "GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs=",
        Signature.Of("8c570fa6dd201bb328f1c1eac23a96d8", """{"destination":"U8e742f61d673b39c7fff3cecb7536ef0","events":[]}"""u8));

    [Fact]
    public async Task A_webhook_is_signed_over_the_bytes_that_arrive()
    {
        await Hanako.Says("元気🤨です");
        var (body, signature) = Bot.Received[^1];
        Assert.Equal(Signature.Of("development-secret-not-for-production", Encoding.UTF8.GetBytes(body)), signature);
    }

    [Fact]
    public async Task An_emoji_is_written_as_two_escapes_and_Japanese_as_it_is()
    {
        await Hanako.Says("元気🤨です");
        Assert.Contains(@"元気\uD83E\uDD28です", Bot.Received[^1].Body);
    }

    [Fact]
    public async Task Any_bytes_can_be_delivered_signed_rightly_or_wrongly()
    {
        await Line.Deliver("""{"destination":"x","events":[]}""");
        await Line.Deliver("""{"destination":"x","events":[]}""", "wrong");
        Assert.Equal("""{"destination":"x","events":[]}""", Bot.Received[^2].Body);
        Assert.Equal(Signature.Of("development-secret-not-for-production", Encoding.UTF8.GetBytes(Bot.Received[^2].Body)), Bot.Received[^2].Signature);
        Assert.Equal("wrong", Bot.Received[^1].Signature);
    }
}
