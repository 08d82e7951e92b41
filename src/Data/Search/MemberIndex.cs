using Concierge.Core.Search;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>Finds people by name and telephone number, without either standing anywhere readable.</summary>
public static class MemberIndex
{
    private const string Index = "member";
    private const int AtOnce = 200, Most = 1000;

    /// <summary>Those of whom name and number hold all the words; whoever came last comes first.</summary>
    /// <param name="before">Members whose ids come before this one; null for all.</param>
    public static IEnumerable<(string Member, Contact Contact)> Find(Unit unit, SearchWords words, string? before)
    {
        for (var left = Most; left > 0; left -= AtOnce)
        {
            var some = Candidates(unit, words, before).Take(AtOnce).ToList();
            foreach (var member in some)
                if (Contacts.Of(unit, member) is { } contact && words.AreIn(TextOf(contact))) yield return (member, contact);
            if (some.Count < AtOnce) break;
            before = some[^1];
        }
    }

    internal static void Add(Unit unit, Vault vault, string memberId, Contact contact)
    {
        foreach (var gram in Grams.Of(TextOf(contact).Folded).Select(gram => vault.Gram(Index, gram)).Distinct())
            unit.Db.Add(new MemberGramEntry { Gram = gram, MemberId = memberId });
    }

    /// <summary>For another master key.</summary>
    internal static void MakeAnew(Unit unit, Vault vault)
    {
        unit.Db.Set<MemberGramEntry>().ExecuteDelete();
        foreach (var member in unit.Db.Set<ContactEntry>().Select(contact => contact.MemberId).ToList())
            if (Contacts.Of(unit, member) is { } contact) Add(unit, vault, member, contact);
    }

    private static IQueryable<string> Candidates(Unit unit, SearchWords words, string? before)
    {
        var (all, grams) = (unit.Db.Set<MemberGramEntry>().AsNoTracking(), words.Grams.Select(gram => (long)unit.Vault.Gram(Index, gram)).ToArray());
        var first = grams[0];
        var some = all.Where(g => g.Gram == first && (before == null || g.MemberId.CompareTo(before) < 0)).Select(g => g.MemberId);
        foreach (var gram in grams.Skip(1)) some = some.Where(member => all.Any(g => g.Gram == gram && g.MemberId == member));
        return some.OrderByDescending(member => member);
    }

    private static SearchText TextOf(Contact contact) => SearchText.Of($"{contact.Name}\n{contact.Phone}");
}
