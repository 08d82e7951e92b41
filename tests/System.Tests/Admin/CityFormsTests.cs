using Concierge.Data;
using Concierge.SystemTests.Data;
using Xunit;

namespace Concierge.SystemTests.Admin;

/// <summary>The desk reads the same forms as the bot.</summary>
public sealed class CityFormsTests
{
    [Fact]
    public async Task A_folder_of_forms_that_is_not_there_stops_the_start_and_is_named()
    {
        using var test = TestDatabase.Fresh(DatabaseProvider.Sqlite);
        var refused = await Assert.ThrowsAsync<StartupRefused>(() => Desk.Opens(on: test, settings: ("Forms:Folder", "nowhere")));
        Assert.Contains("Forms:Folder names nowhere", refused.Message, StringComparison.Ordinal);
    }
}
