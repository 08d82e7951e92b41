using Concierge.Core.Conversations;
using Concierge.Core.Members;
using Concierge.CoreTests.Conversations;
using Xunit;

namespace Concierge.CoreTests.Members;

/// <summary>What staff wrote down for somebody stands before that person, and can be changed there.</summary>
public sealed class ConsentByStaffTests
{
    [Theory]
    [InlineData("paper/inventory@2/consent_research", "紙で うかがい")]
    [InlineData("counter/consent_research", "お話を うかがい")]
    public void It_says_how_it_came_there(string text, string said)
    {
        var talk = new Talk { Channel = Channel.Web }.Agrees();
        talk.StaffWrite(new Consent(Purpose.Research, text, Given: true, talk.Now, "sato"));
        talk.Says("同意の確認");
        var rows = talk.Last!.Bubbles.OfType<Bubble.Rows>().Single().Items;
        Assert.Contains(said, rows.Single(row => row.Title == "調査への協力").Value);
        Assert.DoesNotContain("職員が 書きました", rows.First(row => row.Title != "調査への協力").Value);
    }
}
