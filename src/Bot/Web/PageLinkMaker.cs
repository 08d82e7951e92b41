using System.Security.Cryptography;
using Concierge.Core.Conversations;
using Concierge.Data;
using Microsoft.AspNetCore.WebUtilities;

namespace Concierge.Bot.Web;

/// <summary>
/// Makes the one-time links to a person's own pages: 256 random bits of which only the hash is stored, good for 30 minutes.
/// The link names nobody and nothing.
/// </summary>
public sealed class PageLinkMaker(OwnAddress own)
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    public string Make(Unit unit, string memberId, Page page, DateTimeOffset now)
    {
        var token = RandomNumberGenerator.GetBytes(32);
        unit.PageLinks.Add(SHA256.HashData(token), memberId, page.ToString(), now + Life);
        return $"{own.Base}/p/{WebEncoders.Base64UrlEncode(token)}";
    }

    /// <summary>Links to our own host and pictures of it, which the flows know by their path alone, completed for phones.</summary>
    public Reply Absolute(Reply reply) => reply with { Bubbles = [.. reply.Bubbles.Select(Absolute)] };

    private Bubble Absolute(Bubble bubble) => bubble switch
    {
        Bubble.Posters posters => posters with { All = [.. posters.All.Select(poster => poster with { Links = [.. poster.Links.Select(link => link with { Address = Absolute(link.Address) })] })] },
        Bubble.Image image => image with { Address = Absolute(image.Address) },
        _ => bubble,
    };

    private string Absolute(string address) => address.StartsWith('/') ? own.Base + address : address;
}
