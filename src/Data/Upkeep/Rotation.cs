namespace Concierge.Data;

/// <summary>
/// A new master key: what the old one wrapped or sealed is wrapped and sealed anew, in one transaction. What a member's own key has sealed stays as it
/// is. Buttons that were made before no longer open, and are answered kindly; tries at point cards begin to count anew.
/// </summary>
public static class Rotation
{
    /// <param name="masterKey">The new one, 32 bytes.</param>
    /// <returns>How many values have it now.</returns>
    public static int To(Unit unit, byte[] masterKey)
    {
        unit.TakeTime();
        using var next = new Vault(masterKey);
        var changed = 0;
        foreach (var column in SealedColumns.Of(unit.Db.Model))
        {
            foreach (var (key, member, value) in column.Rows(unit))
            {
                if (member is not null && !column.WrapsKeys) continue;
                var plain = column.Open(unit, member, value);
                column.Write(unit, key, member is null ? next.SealForSystem(column.Field, plain) : next.Wrap(member, plain));
                changed++;
            }
        }
        // Who is found by what follows from the master key too. Messages are found again as soon as the bot has read them anew.
        MessageIndex.Empty(unit);
        MemberIndex.MakeAnew(unit, next);
        return changed;
    }
}
