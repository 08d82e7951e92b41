using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Concierge.Bot.Seminars;
using Concierge.Core.Board;
using Concierge.Core.Conversations;
using Concierge.Core.Seminars;
using Concierge.Core.Wording;
using Microsoft.Net.Http.Headers;

namespace Concierge.Bot.Site;

/// <summary>The same for programs: RSS 2.0 (rssboard.org), JSON Feed 1.1 (jsonfeed.org) and a calendar (RFC 5545).</summary>
public static class SiteFeeds
{
    public const string Rss = "/feed.rss", Json = "/feed.json", Calendar = "/calendar.ics";

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Rss, ShowRss);
        routes.MapGet(Json, ShowJson);
        routes.MapGet(Calendar, ShowCalendar);
    }

    private static IResult ShowRss(SiteOffers offers, OwnAddress own) => Bytes(WriteRss(offers.Now(), own.Base), "application/rss+xml");

    private static IResult ShowJson(SiteOffers offers, OwnAddress own) => Bytes(WriteJson(offers.Now(), own.Base), "application/feed+json");

    private static IResult ShowCalendar(SiteOffers offers, TimeProvider time) => Bytes(SeminarCalendar.Write(offers.WithCalledOff(), time.GetUtcNow()), "text/calendar");

    /// <summary>Whoever has it already is told so.</summary>
    private static IResult Bytes(string text, string type)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return Results.Bytes(bytes, type + "; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))}\""));
    }

    private static string WriteRss(Offered now, string site)
    {
        var channel = new XElement(
            "channel",
            new XElement("title", Words.Say("site_name")),
            new XElement("link", site + "/"),
            new XElement("description", Words.Say("site_description")),
            new XElement("language", "ja"),
            new XElement(Atom + "link", new XAttribute("href", site + Rss), new XAttribute("rel", "self"), new XAttribute("type", "application/rss+xml")),
            All(now).Select(one => new XElement(
                "item",
                new XElement("title", Written(one.Poster.Title)),
                new XElement("link", site + one.Path),
                new XElement("guid", site + one.Path),
                new XElement("description", Written(string.Join('\n', one.Poster.Lines))))));
        var rss = new XElement("rss", new XAttribute("version", "2.0"), new XAttribute(XNamespace.Xmlns + "atom", Atom), channel);
        return $"{new XDeclaration("1.0", "utf-8", null)}\n{rss}";
    }

    /// <summary>One letter that XML cannot hold, and nobody would get the feed.</summary>
    private static string Written(string text) => string.Concat(text.EnumerateRunes().Where(rune => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value)));

    private static string WriteJson(Offered now, string site) => JsonSerializer.Serialize(
        new
        {
            version = "https://jsonfeed.org/version/1.1",
            title = Words.Say("site_name"),
            description = Words.Say("site_description"),
            language = "ja",
            home_page_url = site + "/",
            feed_url = site + Json,
            items = All(now).Select(one => new
            {
                id = site + one.Path,
                url = site + one.Path,
                title = one.Poster.Title,
                content_text = string.Join('\n', one.Poster.Lines),
                tags = new[] { one.Seminar is null ? "task" : "seminar" },
                _seminar = one.Seminar is { } seminar ? new { starts_at = SeminarTime.Tokyo(seminar.StartsAt), ends_at = SeminarTime.Tokyo(seminar.EndsAt), place = seminar.Place } : null,
            }),
        },
        Readable);

    private static IEnumerable<(string Path, Poster Poster, Seminar? Seminar)> All(Offered now) =>
    [
        .. now.Seminars.Select(seminar => (SitePages.PathOf(seminar), SeminarNotice.InFull(seminar, now.At), (Seminar?)seminar)),
        .. now.Posts.Take(SiteOffers.OnFeed).Select(post => (SitePages.PathOf(post), TaskNotice.InFull(post), (Seminar?)null)),
    ];
}
