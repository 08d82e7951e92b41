using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>
/// How often a card was tried in vain, by whomever: many members may try one card. The card is known by its blinded number, and after a
/// day nothing of it is left.
/// </summary>
public static class CardTries
{
    /// <summary>Five within a day, then a day of rest.</summary>
    public const int Most = 5;

    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    /// <summary>Takes one of the card's tries before the operator is asked, so that many at once are no more than one after the other.</summary>
    /// <returns>False when there is none left: the operator is not to be asked.</returns>
    public static bool Take(Unit unit, string number, DateTimeOffset now)
    {
        unit.Db.Set<CardTryEntry>().Where(tried => tried.ForgetAt <= now).ExecuteDelete();
        var card = unit.Vault.Blind(Fields.CardNumber, number);
        // One statement: on PostgreSQL several nodes may try at once.
        return unit.Db.Database.ExecuteSql(
            $"""
            INSERT INTO card_try (card, tries, forget_at) VALUES ({card}, 1, {(now + Day).UtcTicks})
            ON CONFLICT (card) DO UPDATE SET tries = card_try.tries + 1, forget_at = excluded.forget_at WHERE card_try.tries < {Most}
            """) > 0;
    }

    /// <summary>It was not the person's fault that nobody answered.</summary>
    public static void GiveBack(Unit unit, string number)
    {
        var card = unit.Vault.Blind(Fields.CardNumber, number);
        unit.Db.Set<CardTryEntry>().Where(tried => tried.Card == card && tried.Tries > 0).ExecuteUpdate(set => set.SetProperty(tried => tried.Tries, tried => tried.Tries - 1));
    }

    /// <summary>Its holder has come.</summary>
    public static void Forget(Unit unit, string number)
    {
        var card = unit.Vault.Blind(Fields.CardNumber, number);
        unit.Db.Set<CardTryEntry>().Where(tried => tried.Card == card).ExecuteDelete();
    }
}
