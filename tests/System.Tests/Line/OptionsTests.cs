using Concierge.Bot.Line;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Concierge.SystemTests.Line;

public sealed class OptionsTests
{
    [Fact]
    public void With_secret_and_id_it_is_LINEs_own_address()
    {
        var options = Read(("ChannelSecrets:0", "s"), ("ChannelId", "1"));
        Assert.Equal("https://api.line.me/v2/bot/message/reply", options.Address(LineCall.Reply).ToString());
        Assert.Equal("https://api-data.line.me", options.DataApiBase);
    }

    [Fact]
    public void Several_secrets_stand_side_by_side() =>
        Assert.Equal(["old", "new"], Read(("ChannelSecrets:0", "old"), ("ChannelSecrets:1", "new"), ("ChannelAccessToken", "t")).ChannelSecrets);

    [Theory]
    [InlineData("Line:ChannelSecrets:0", "ChannelId", "1")]
    [InlineData("Line:ChannelSecrets:0", "ChannelSecrets:0", " ")]
    [InlineData("Line:ChannelId", "ChannelSecrets:0", "s")]
    [InlineData("Line:ChannelAccessToken", "ChannelAccessToken", "two words")]
    [InlineData("Line:ApiBase", "ApiBase", "api.line.me")]
    [InlineData("Line:ApiBase", "ApiBase", "file:///etc")]
    [InlineData("Line:DataApiBase", "DataApiBase", "https://x/?a=b")]
    public void A_wrong_setting_is_named_at_the_start(string key, string setting, string value)
    {
        var error = Assert.Throws<OptionsValidationException>(() => Read((setting, value)));
        Assert.Contains(key, error.Message);
    }

    [Fact]
    public void Everything_that_speaks_to_LINE_can_be_made()
    {
        using var services = Services(("ChannelSecrets:0", "s"), ("ChannelId", "1"));
        Assert.NotNull(services.GetRequiredService<LineClient>());
        Assert.Same(services.GetRequiredService<LineTransport>(), services.GetRequiredService<LineTransport>());
    }

    private static LineOptions Read(params (string Key, string Value)[] settings)
    {
        using var services = Services(settings);
        return services.GetRequiredService<LineOptions>();
    }

    private static ServiceProvider Services(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.ToDictionary(s => $"Line:{s.Key}", s => (string?)s.Value))
            .Build();
        return new ServiceCollection().AddLogging().AddMetrics().AddLine(configuration).BuildServiceProvider();
    }
}
