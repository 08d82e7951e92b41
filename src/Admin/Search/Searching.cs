using Concierge.Admin.Conversations;
using Concierge.Admin.Members;
using Concierge.Core.Search;
using Concierge.Core.Wording;
using Concierge.Data;

namespace Concierge.Admin.Search;

/// <summary>Who and what staff find. Only what they could read where it stands, too.</summary>
public static class Searching
{
    /// <summary>A cursor says only where it stands: words in it would be read by whoever keeps it.</summary>
    private const string Newest = "-seq/search", Latest = "-id/search";

    /// <exception cref="Problem">There are no words, or too many.</exception>
    public static SearchWords Words(string? written) =>
        Wanted(written) ?? throw Problem.Invalid("words", Core.Wording.Words.Say("problem_words", ("max", SearchWords.Longest)));

    /// <summary>Null when there is nothing to search for.</summary>
    public static SearchWords? Wanted(string? written) => written is { Length: <= SearchWords.Longest } ? SearchWords.Of(written) : null;

    public static Listed<FoundMessage> Messages(Unit unit, SearchWords words, bool withBot, Paging paging)
    {
        var search = new MessageSearch(unit, words, withBot);
        var seen = new Seen(unit);
        var found = search.Before(paging.After<LastSeq>(Newest)?.Seq ?? long.MaxValue).Select(row => seen.Find(row, words)).OfType<FoundMessage>().Take(paging.Limit + 1).ToList();
        var part = paging.Part(Newest, found, one => one, one => new LastSeq(one.Message.Seq));
        return search.StoppedAt is { } stopped ? part with { Next = part.Next ?? Paging.CursorTo(Newest, new LastSeq(stopped)) } : part;
    }

    public static Listed<FoundMember> Members(Unit unit, SearchWords words, Paging paging) => paging.Part(
        Latest,
        MemberIndex.Find(unit, words, paging.After<LastId>(Latest)?.Id).Take(paging.Limit + 1).ToList(),
        found => new FoundMember(MemberReading.Of(unit, found.Member), found.Contact.Name, found.Contact.Phone),
        found => new LastId(found.Member));

    /// <summary>What staff may see of those who were found, asked once for each.</summary>
    private sealed class Seen(Unit unit)
    {
        private readonly Dictionary<string, (bool Answers, IReadOnlyList<HeldTime> ToStaff)> known = [];

        /// <summary>Null when it is not for their eyes: then nobody is told that it is there.</summary>
        public FoundMessage? Find(MessageRow row, SearchWords words)
        {
            if (unit.Members.KeyIfAny(row.MemberId) is not { } key) return null;
            if (!known.TryGetValue(row.MemberId, out var may)) known[row.MemberId] = may = (MemberReading.LetsStaffSee(unit, row.MemberId), [.. Cases.Held(unit, row.MemberId)]);
            var shown = MessageShown.Of(unit, key, row, may.Answers || may.ToStaff.Any(held => held.Holds(row.At)));
            return shown.Text is { } text ? new FoundMessage(row.MemberId, Cases.Of(unit, row.MemberId) is [var last, ..] ? last.Id : null, shown, SearchText.Of(text).Find(words)) : null;
        }
    }

    private sealed record LastId(string Id);
}

/// <summary>Something that was said.</summary>
/// <param name="Case">Id of the person's last case; null when there was none.</param>
/// <param name="Found">Where the words stand in the text, in UTF-16 units.</param>
public sealed record FoundMessage(string Member, long? Case, MessageShown Message, IReadOnlyList<Found> Found);

/// <summary>Somebody.</summary>
/// <param name="Name">As staff wrote it down.</param>
public sealed record FoundMember(MemberShown Member, string Name, string? Phone)
{
    // Records print themselves, and a name must reach no log.
    public override string ToString() => nameof(FoundMember);
}
