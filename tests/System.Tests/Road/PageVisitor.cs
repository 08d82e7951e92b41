using System.Text.RegularExpressions;
using Concierge.Data;

namespace Concierge.SystemTests.Road;

/// <summary>Somebody on the city's page without LINE, whose page shows the code that joins the two.</summary>
public sealed partial class PageVisitor(WebPerson browser, string member, string code)
{
    public WebPerson Browser => browser;

    public string Member => member;

    public string Code => code;

    /// <summary>Comes by the city's website, answers the three questions of the welcome and asks for a code.</summary>
    public static async Task<PageVisitor> Comes(Town town)
    {
        var before = Members(town);
        var browser = new WebPerson(town);
        await browser.Sends("/chat");
        await browser.Enters();
        await browser.Presses("わたし");
        await browser.Presses("LINEにつなぐ");
        return new PageVisitor(browser, Members(town).Except(before).Single(), await AsksForCode(browser));
    }

    /// <summary>The code in place of the one before.</summary>
    public static async Task<string> AsksForCode(WebPerson browser)
    {
        await browser.Goes("/join");
        await browser.Sends("/join");
        return Shown().Match(browser.Page).Value;
    }

    private static HashSet<string> Members(Town town) => town.Database.Reader.Read(unit => unit.Db.Members.Select(m => m.Id).ToHashSet());

    [GeneratedRegex(@"\b\d{4} \d{4}\b")]
    private static partial Regex Shown();
}
