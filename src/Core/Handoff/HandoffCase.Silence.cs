namespace Concierge.Core.Handoff;

/// <summary>Silence on either side: first a reminder, then the case goes back, and nobody waits without knowing it.</summary>
public sealed partial class HandoffCase
{
    /// <summary>How often somebody in the queue is told that it takes longer, before they are told how else to reach the desk.</summary>
    private const int Apologies = 3;

    /// <summary>How often staff are reminded of a case in which they spoke last.</summary>
    private const int StaffReminders = 2;

    /// <summary>Of opening hours: so long may whoever took a case leave the person without an answer, and then as long again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(2);

    /// <summary>Of opening hours: when the promise was not kept, the next is not made lightly.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromHours(4);

    /// <summary>Of opening hours.</summary>
    private static readonly TimeSpan Day = TimeSpan.FromHours(7);

    private static readonly TimeSpan Nudge = TimeSpan.FromDays(1), GiveUp = TimeSpan.FromDays(6);

    /// <summary>When <see cref="Ring"/> is to be called; null when it is over.</summary>
    public DateTimeOffset? Due { get; private set; }

    /// <summary>How often somebody was reminded since somebody last spoke.</summary>
    public int Reminded { get; private set; }

    /// <summary>The person has been promised an answer by now and has none, or somebody had to be reminded of it already.</summary>
    public bool IsLate(DateTimeOffset now) => CitizenWaits && (Reminded > 0 || Due < now || (AnsweredAt is null && AnswerBy < now));

    /// <summary>What has to happen at <see cref="Due"/>.</summary>
    public Silence Then => State switch
    {
        CaseState.Requested or CaseState.Queued or CaseState.Offered => Reminded < Apologies ? Silence.Apologize : Silence.RunOut,
        CaseState.WaitingForCitizen => Reminded == 0 ? Silence.RemindCitizen : Silence.RunOut,
        CaseState.Accepted or CaseState.Active when CitizenWaits => Reminded == 0 ? Silence.RemindStaff : Silence.BackToQueue,
        CaseState.Accepted or CaseState.Active => Reminded < StaffReminders ? Silence.RemindStaff : Silence.RunOut,
        _ => Silence.None,
    };

    /// <summary>By when somebody answers who is told now that it takes longer.</summary>
    public static DateTimeOffset PutOff(OpeningHours hours, DateTimeOffset now) => hours.After(now, Late);

    /// <summary>Its time has come.</summary>
    /// <returns>What has happened; None when it is not due.</returns>
    public Silence Ring(OpeningHours hours, DateTimeOffset now)
    {
        if (Due is null || Due > now) return Silence.None;
        var then = Then;
        switch (then)
        {
            case Silence.Apologize: AnswerBy = PutOff(hours, now); Remind(AnswerBy); break;
            case Silence.RemindStaff: Remind(hours.After(now, CitizenWaits ? Patience : Day)); break;
            case Silence.RemindCitizen: Remind(now + GiveUp); break;
            case Silence.BackToQueue: Move(On.Release, () => PutBack(null, hours, now)); break;
            default: Move(On.Expire, () => End(now)); break;
        }
        return then;
    }

    private void Remind(DateTimeOffset next)
    {
        (Due, Reminded) = (next, Reminded + 1);
        Revision++;
    }

    private void Wait(bool citizenWaits, DateTimeOffset due) => (CitizenWaits, Due, Reminded) = (citizenWaits, due, 0);
}

/// <summary>What is done about a silence.</summary>
public enum Silence
{
    None,

    /// <summary>The person is told that it takes longer, and until when.</summary>
    Apologize,

    RemindStaff,

    RemindCitizen,

    /// <summary>Whoever took it has not answered: others may take it, and the person is told.</summary>
    BackToQueue,

    /// <summary>It ends, and the person is told how to go on.</summary>
    RunOut,
}
