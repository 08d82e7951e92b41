namespace Concierge.Core.Handoff;

/// <summary>One handoff of one person to the staff, from the request to its end. A second request is a second case.</summary>
public sealed partial class HandoffCase
{
    /// <summary>In which it is not over.</summary>
    public static readonly CaseState[] Open =
        [CaseState.Requested, CaseState.Queued, CaseState.Offered, CaseState.Accepted, CaseState.Active, CaseState.WaitingForCitizen];

    public enum On { Queue, Assign, Claim, Release, Speak, AwaitCitizen, CitizenSpoke, Resolve, Return, Decline, Escalate, Expire, Withdraw }

    private HandoffCase(string memberId, int number, CaseTrigger trigger) => (MemberId, Number, Trigger) = (memberId, number, trigger);

    public long Id { get; private set; }

    public string MemberId { get; private set; }

    /// <summary>Counted for each person, from 1.</summary>
    public int Number { get; private set; }

    public CaseState State { get; private set; }

    public CaseTrigger Trigger { get; private set; }

    public bool Urgent { get; private set; }

    public CaseLevel Level { get; private set; }

    /// <summary>Id of the member of staff who has it, or to whom it is offered; null while it only waits.</summary>
    public string? Holder { get; private set; }

    /// <summary>The event with the person's own words; they lie in the messages alone, so that taking them back takes them from here too.</summary>
    public string? SaidIn { get; private set; }

    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>By when the person was told that somebody answers.</summary>
    public DateTimeOffset AnswerBy { get; private set; }

    /// <summary>When staff first spoke.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The person spoke last, or nobody has answered yet.</summary>
    public bool CitizenWaits { get; private set; }

    /// <summary>What the person thought of it; null: not said.</summary>
    public Rating? Rating { get; private set; }

    /// <summary>Grows with every change: whoever saves on an older one has lost.</summary>
    public int Revision { get; private set; }

    public bool IsOpen => Open.Contains(State);

    /// <summary>Staff have the conversation, so the bot is silent.</summary>
    public bool IsHeld => State is CaseState.Accepted or CaseState.Active or CaseState.WaitingForCitizen;

    /// <param name="asksConsent">The person is being asked whether staff may see their answers.</param>
    public static HandoffCase Request(string memberId, int number, CaseTrigger trigger, bool asksConsent, string? saidIn, OpeningHours hours, DateTimeOffset now)
    {
        var made = new HandoffCase(memberId, number, trigger)
        {
            State = asksConsent ? CaseState.Requested : CaseState.Queued,
            Urgent = trigger == CaseTrigger.Safety,
            SaidIn = saidIn,
            AskedAt = now,
            AnswerBy = hours.AnswerBy(now),
            CitizenWaits = true,
            Revision = 1,
        };
        made.Due = made.AnswerBy;
        return made;
    }

    /// <summary>The person has said whether staff may see their answers.</summary>
    public Handing Queue() => Move(On.Queue, () => { });

    /// <summary>Asks one member of staff to take it; also hands on what another has.</summary>
    public Handing Assign(string staff, OpeningHours hours, DateTimeOffset now) => Move(On.Assign, () => PutBack(staff, hours, now));

    public Handing Claim(string staff, OpeningHours hours, DateTimeOffset now)
    {
        if (IsHeld) return new Handing.HeldBy(Holder!);
        return Move(On.Claim, () =>
        {
            Holder = staff;
            Wait(CitizenWaits, hours.After(now, Patience));
        });
    }

    /// <summary>Back to the queue.</summary>
    public Handing Release(string staff, OpeningHours hours, DateTimeOffset now) => MoveBy(staff, On.Release, () => PutBack(null, hours, now));

    public Handing Speak(string staff, OpeningHours hours, DateTimeOffset now) => MoveBy(staff, On.Speak, () =>
    {
        AnsweredAt ??= now;
        Wait(citizenWaits: false, hours.After(now, Day));
    });

    /// <summary>It is the person's turn.</summary>
    public Handing WaitForCitizen(string staff, DateTimeOffset now) => MoveBy(staff, On.AwaitCitizen, () => Wait(citizenWaits: false, now + Nudge));

    /// <summary>The person said something while staff have the conversation.</summary>
    public Handing CitizenSpoke(OpeningHours hours, DateTimeOffset now) => Move(On.CitizenSpoke, () =>
    {
        // Patience runs from the first that is not answered.
        if (!CitizenWaits) Wait(citizenWaits: true, hours.After(now, Patience));
    });

    public Handing Resolve(string staff, DateTimeOffset now) => MoveBy(staff, On.Resolve, () => End(now));

    /// <summary>Nothing is left for a person to do: the bot goes on.</summary>
    public Handing Return(string staff, DateTimeOffset now) => MoveBy(staff, On.Return, () => End(now));

    /// <summary>The desk cannot help with it.</summary>
    public Handing Decline(string staff, DateTimeOffset now) => MoveBy(staff, On.Decline, () => End(now));

    /// <summary>To 協議会事務局, where it waits for whoever is free.</summary>
    public Handing Escalate(string staff, OpeningHours hours, DateTimeOffset now) => MoveBy(staff, On.Escalate, () =>
    {
        Level = CaseLevel.Council;
        PutBack(null, hours, now);
    });

    public Handing Withdraw(DateTimeOffset now) => Move(On.Withdraw, () => End(now));

    /// <summary>It cannot wait.</summary>
    public void Hasten()
    {
        Urgent = true;
        Revision++;
    }

    /// <summary>How it was. Counts once it is over; the last word counts.</summary>
    /// <returns>False while it is open.</returns>
    public bool Rate(Rating rating)
    {
        if (IsOpen) return false;
        Rating = rating;
        Revision++;
        return true;
    }

    /// <summary>What has an owner moves by the owner's hand alone.</summary>
    private Handing MoveBy(string staff, On on, Action then) => IsHeld && Holder != staff ? new Handing.HeldBy(Holder!) : Move(on, then);

    private Handing Move(On on, Action then)
    {
        var life = Life();
        if (!life.CanFire(on)) return new Handing.NotNow(State);
        life.Fire(on);
        then();
        Revision++;
        return new Handing.Done();
    }

    private void PutBack(string? offeredTo, OpeningHours hours, DateTimeOffset now)
    {
        (Holder, AnswerBy) = (offeredTo, hours.AnswerBy(now));
        Wait(citizenWaits: true, AnswerBy);
    }

    private void End(DateTimeOffset now) => (EndedAt, CitizenWaits, Due) = (now, false, null);
}
