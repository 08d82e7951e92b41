using Concierge.Bot;
using Concierge.Data;
using Concierge.SystemTests.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Concierge.SystemTests.Road;

/// <summary>A bot that must not start says so in one sentence.</summary>
public sealed class StartTests
{
    [Fact]
    public void Outside_development_a_master_key_must_be_named() =>
        Assert.Contains("Security:MasterKeyFile", Refused(("Security:MasterKeyFile", null)));

    [Fact]
    public void A_provider_that_we_do_not_know_is_named() =>
        Assert.Contains("Database:Provider is \"Oracle\"", Refused(("Database:Provider", "Oracle")));

    [Fact]
    public void Without_a_channel_secret_nobody_can_be_trusted() =>
        Assert.Contains("Line:ChannelSecrets", Refused(("Line:ChannelSecrets:0", null)));

    [Theory]
    [InlineData("Line:ChannelId", null, "Line:ChannelId is missing")]
    [InlineData("Line:ApiBase", "api.line.me", "Line:ApiBase must be an absolute")]
    [InlineData("Bot:PublicUrl", "concierge", "Bot:PublicUrl is \"concierge\"; it must be an absolute http or https address")]
    [InlineData("Bot:PublicUrl", "ftp://concierge.example", "Bot:PublicUrl is")]
    [InlineData("Bot:PublicUrl", "https://concierge.example/?a=b", "Bot:PublicUrl is")]
    [InlineData("Privacy:PrivateQuestions", "Sometimes", "Privacy:PrivateQuestions")]
    [InlineData("Privacy:PrivateQuestions", "7", "Privacy:PrivateQuestions is \"7\"; it must be Private or Strict or Chat.")]
    [InlineData("Web:EmbedOrigins:0", "https://a.example; script-src *", "Web:EmbedOrigins:0 is")]
    [InlineData("Web:EmbedOrigins:0", "https://a.example/path", "Web:EmbedOrigins:0 is")]
    [InlineData("Broadcasts:KeepRecipientsDays", "7", "Broadcasts:KeepRecipientsDays is 7; it must be between 30 and 3650.")]
    [InlineData("Web:EmbedOrigins:0", "*", "Web:EmbedOrigins:0 is")]
    [InlineData("urls", "nonsense", "urls is \"nonsense\"; it must be an address to listen on")]
    [InlineData("urls", "ftp://127.0.0.1:5100", "urls is")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "nonsense", "OTEL_EXPORTER_OTLP_ENDPOINT is \"nonsense\"; it must be the absolute address")]
    [InlineData("ConnectionStrings:Concierge", "Server=x", "ConnectionStrings:Concierge is not one for SQLite")]
    public void A_wrong_setting_is_named(string key, string? value, string because)
    {
        var said = Refused((key, value));
        Assert.Contains(because, said);
        Assert.DoesNotContain('\n', said);
    }

    [Fact]
    public void A_public_address_that_would_make_links_too_long_for_LINE_is_refused() =>
        Assert.Contains("Bot:PublicUrl", Refused(("Bot:PublicUrl", "https://concierge.example/" + new string('a', 900))));

    [Theory]
    [InlineData("http://192.0.2.1:5100")]
    [InlineData("https://127.0.0.1:0")]
    public async Task An_address_where_nobody_can_listen_is_named(string urls)
    {
        using var database = TestDatabase.Fresh(DatabaseProvider.Sqlite);
        await using var bot = BotHost.Build([], builder => Settle(builder, database, ("urls", urls)));
        var refused = await Assert.ThrowsAsync<StartupRefused>(() => BotHost.Start(bot));
        Assert.StartsWith($"urls is \"{urls}\"", refused.Message);
    }

    [Fact]
    public async Task An_address_that_is_taken_is_named()
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite);
        using var database = TestDatabase.Fresh(DatabaseProvider.Sqlite);
        await using var bot = BotHost.Build([], builder => Settle(builder, database, ("urls", town.BotUrl)));
        Assert.Contains(town.BotUrl, (await Assert.ThrowsAsync<StartupRefused>(() => BotHost.Start(bot))).Message);
    }

    [Fact]
    public void A_folder_of_forms_that_is_not_there_is_named() =>
        Assert.Contains("Forms:Folder names nowhere", Refused(("Forms:Folder", "nowhere")));

    [Fact]
    public void A_form_that_cannot_be_used_is_named_with_its_file()
    {
        var folder = Directory.CreateTempSubdirectory("concierge-").FullName;
        File.WriteAllText(Path.Combine(folder, "eleven.json"), """{"id":"eleven_check","version":2}""");
        Assert.Contains("eleven.json", Refused(("Forms:Folder", folder)));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_second_bot_on_the_same_file_is_refused()
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite);
        using var second = Database.Open(town.DatabaseOptions);
        Assert.Contains("Another bot", Assert.Throws<StartupRefused>(() => second.TakePlace()).Message);
    }

    private static string Refused(params (string Key, string? Value)[] settings)
    {
        using var database = TestDatabase.Fresh(DatabaseProvider.Sqlite);
        return Assert.Throws<StartupRefused>(() => BotHost.Build([], builder => Settle(builder, database, settings))).Message;
    }

    private static void Settle(WebApplicationBuilder builder, TestDatabase database, params (string Key, string? Value)[] settings)
    {
        builder.Environment.EnvironmentName = Environments.Production;
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["urls"] = "http://127.0.0.1:0",
            ["ConnectionStrings:Concierge"] = database.Options.ConnectionString,
            ["Security:MasterKeyFile"] = database.Options.MasterKeyFile,
            ["Line:ChannelSecrets:0"] = "secret",
            ["Line:ChannelId"] = "1",
            ["Line:ApiBase"] = "http://127.0.0.1:1",
        });
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => s.Value));
    }
}
