using Concierge.Core.Conversations;
using Concierge.Core.FollowUp;
using Concierge.Core.Members;

namespace Concierge.CoreTests.Conversations;

/// <summary>What is asked weeks later, as the shell remembers it.</summary>
public sealed partial class Talk
{
    private readonly List<Happened> _happened = [];

    public List<Wave> Waves { get; } = [];

    /// <summary>False: has blocked us, or has no LINE.</summary>
    public bool IsReached { get; set; } = true;

    public Talk WithFollowUp()
    {
        Knows.Add(facts => facts with { FollowUp = new(() => new FollowUpFacts([.. Waves], IsReached)) });
        Does.Add(effect =>
        {
            if (effect is Effect.RecordConsent given) Heed(given);
            else if (effect is Effect.MoveWave wish) Move(wish);
        });
        return this;
    }

    /// <summary>Agrees to research at the counter.</summary>
    public void AgreesToResearch()
    {
        var given = new Effect.RecordConsent(Purpose.Research, "counter/consent_research", Given: true);
        Heed(given);
        Do(given);
    }

    public void Happens(Occasion occasion)
    {
        _happened.Add(new Happened(occasion, Now));
        Plan(new Consents([.. _consents]));
    }

    private void Heed(Effect.RecordConsent given)
    {
        var consents = new Consents([.. _consents, new Consent(given.Purpose, given.Text, given.Given, Now, Core.Members.Consents.Member)]);
        if (given.Given) Plan(consents);
        else if (!AnswerWave.Takes(consents)) Waves.RemoveAll(wave => !wave.IsOver);
        SetTimer();
    }

    private void Plan(Consents consents)
    {
        if (!AnswerWave.Takes(consents)) return;
        var plan = Course.Plan(Me, Standings.EnteredAt(consents), Waves, _happened, Now);
        foreach (var wave in plan.Drop) Waves.Remove(wave);
        Waves.AddRange(plan.Add);
        SetTimer();
    }

    private void Move(Effect.MoveWave wish)
    {
        Waves.Single(one => one.Key == wish.Key).Move(wish.On, Now, wish.BegunAt);
        SetTimer();
    }

    private void SetTimer()
    {
        foreach (var key in _timers.Keys.Where(key => key.StartsWith(AnswerWave.Id + "/", StringComparison.Ordinal)).ToArray()) _timers.Remove(key);
        if (Course.Next(Waves) is { } due) _timers[AnswerWave.TimerKey(due)] = AnswerWave.Timer(due);
    }
}
