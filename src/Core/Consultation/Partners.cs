using System.Collections.Immutable;
using System.Text.Json;

namespace Concierge.Core.Consultation;

/// <summary>どこに相談すればよいか: the members of the council and other doors, from <c>data/partners.json</c>.</summary>
/// <param name="Wishes">What people want, in the order in which it is offered.</param>
public sealed record Partners(ImmutableArray<Partner> All, ImmutableArray<PartnerWish> Wishes)
{
    internal static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
    };

    /// <summary>Those that come with the program.</summary>
    public static Partners Embedded { get; } = Read(Resource.Text("partners.json"));

    /// <exception cref="JsonException">The text is no directory; the message says where.</exception>
    /// <exception cref="FormatException">A wish leads to a partner that is not there, or a key stands there twice.</exception>
    public static Partners Read(string json)
    {
        var read = JsonSerializer.Deserialize<Partners>(json, Strict) ?? throw new FormatException("The directory is empty.");
        Unique("partner", read.All.Select(partner => partner.Key));
        Unique("wish", read.Wishes.Select(wish => wish.Key));
        foreach (var wish in read.Wishes)
            foreach (var key in wish.Partners)
                if (read.All.All(partner => partner.Key != key)) throw new FormatException($"{wish.Key}: there is no partner \"{key}\".");
        return read;
    }

    public PartnerWish? Find(string wish) => Wishes.FirstOrDefault(found => found.Key == wish);

    /// <summary>Whom to ask for this, the first one first.</summary>
    public IEnumerable<Partner> For(PartnerWish wish) => wish.Partners.Select(key => All.First(partner => partner.Key == key));

    internal static void Unique(string what, IEnumerable<string> keys)
    {
        if (keys.GroupBy(key => key).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new FormatException($"The {what} \"{twice.Key}\" stands there twice.");
    }
}

/// <summary>Somebody to ask.</summary>
/// <param name="Name">As it is called.</param>
/// <param name="Lines">What for, and for whom; a fact a line.</param>
/// <param name="Place">Where it is; null when nobody has checked.</param>
/// <param name="Phone">E.g. <c>04-7163-1200</c>; null when we do not know it: then the card leads to the desk.</param>
/// <param name="Source">Where this stands.</param>
/// <param name="Checked">When it was last compared with the source.</param>
/// <param name="Placement">As what the plan counts somebody whom it takes on: under20h, unpaid; null: it is not about work.</param>
public sealed record Partner(string Key, string Name, ImmutableArray<string> Lines, string? Place, string? Phone, string Source, DateOnly Checked, string? Placement = null);

/// <summary>What somebody wants, and the doors for it.</summary>
/// <param name="Label">On the button: at most 20 grapheme clusters.</param>
/// <param name="Partners">Keys.</param>
public sealed record PartnerWish(string Key, string Label, string Reading, ImmutableArray<string> Also, ImmutableArray<string> Partners);
