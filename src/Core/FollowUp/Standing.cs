using Concierge.Core.Members;

namespace Concierge.Core.FollowUp;

/// <summary>How it stands with one person in the follow-up.</summary>
public enum Standing
{
    /// <summary>Has agreed, and nothing is over yet.</summary>
    Enrolled,

    /// <summary>The last that is over was answered.</summary>
    Answered,

    /// <summary>The last that is over was not, although we wrote twice and rang.</summary>
    Lost,

    Withdrew,
}

public static class Standings
{
    /// <summary>Null for whoever has never agreed.</summary>
    public static Standing? Of(Consents consents, IEnumerable<Wave> waves)
    {
        if (consents.Ledger.All(consent => consent is not { Purpose: Purpose.Research, Given: true })) return null;
        if (!AnswerWave.Takes(consents)) return Standing.Withdrew;
        return waves.Where(wave => wave.IsOver && wave.PlannedAt >= EnteredAt(consents)).MaxBy(wave => wave.ChangedAt)?.State switch
        {
            WaveState.Answered => Standing.Answered,
            WaveState.Missed => Standing.Lost,
            _ => Standing.Enrolled,
        };
    }

    /// <summary>When the agreement that stands now was given.</summary>
    public static DateTimeOffset EnteredAt(Consents consents) => new[] { Purpose.Research, Purpose.Service }.Max(purpose => Since(consents, purpose));

    /// <summary>Saying yes once more begins nothing anew.</summary>
    private static DateTimeOffset Since(Consents consents, Purpose purpose) =>
        consents.Ledger.Where(consent => consent.Purpose == purpose).Reverse().TakeWhile(consent => consent.Given).Last().At;
}
