namespace Concierge.SystemTests.Crash;

public sealed partial class CrashTown
{
    /// <summary>A moment to come: after so many calls to LINE, or so many webhooks, as chance will have it.</summary>
    public Task Moment()
    {
        var more = _chance.Next(1, 120);
        var (calls, acknowledged) = (Witness.Calls + more, Witness.Acknowledged + more);
        return _chance.Next(2) == 0
            ? Happens(() => Witness.Calls >= calls, $"{more} more calls")
            : Happens(() => Witness.Acknowledged >= acknowledged, $"{more} more webhooks");
    }

    /// <summary>Nobody does anything more before something is answered.</summary>
    public Task EverybodyWaits() =>
        Happens(() => Line.People.All(person => Witness.HasLast(person.Id) && Witness.Ahead(person.Id) > Walker.Ahead), "everybody waits for an answer");

    /// <summary>Two bots have each sent something.</summary>
    public Task BothSend() => Happens(
        () => Database.Reader.Read(unit => unit.Db.Outbox.Select(row => row.Node).Distinct().Count(node => node != null)) == 2, "both bots send");

    /// <summary>The next call to LINE.</summary>
    public Task ACall()
    {
        var calls = Witness.Calls;
        return Happens(() => Witness.Calls > calls, "one more call");
    }

    /// <summary>One of so many times.</summary>
    public bool OneIn(int times) => _chance.Next(times) == 0;

    /// <summary>People stop, faults end, and everything that was said to the bot is answered.</summary>
    public async Task Settles()
    {
        Line.Faults.Clear();
        _over.Cancel();
        Witness.Ring();
        await Happens(_walking);
        Database.Bell.Rang += Witness.Ring;
        await Witness.Until(
            () => Database.Reader.Read(unit => unit.Inbox.NextDue() is null && unit.Outbox.NextDue() is null), "nothing is left in inbox and outbox");
        Database.Bell.Rang -= Witness.Ring;
    }

    private Task Happens(Func<bool> condition, string what) => Happens(Witness.Until(condition, what));

    /// <summary>If somebody's walk failed meanwhile, that is what there is to say.</summary>
    private async Task Happens(Task what)
    {
        if (await Task.WhenAny(what, _walking) == _walking) await _walking;
        await what;
    }
}
