using Concierge.Data;
using Concierge.SystemTests.Data;
using Xunit;

namespace Concierge.SystemTests.Watch;

/// <summary>What an operator sees of a bot that does not start.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData("Line:ChannelSecrets:0", " ", "Line:ChannelSecrets:0 is empty")]
    [InlineData("urls", "nonsense", "urls is \"nonsense\"")]
    [InlineData("Security:MasterKeyFile", "nowhere.key", "nowhere.key")]
    public async Task One_sentence_and_an_exit_code(string key, string value, string because)
    {
        using var database = TestDatabase.Fresh(DatabaseProvider.Sqlite);
        await using var bot = WatchedBot.Start(database, (key, value));
        Assert.Equal(1, await bot.Ends());
        Assert.Contains(because, Assert.Single(bot.Lines));
    }
}
