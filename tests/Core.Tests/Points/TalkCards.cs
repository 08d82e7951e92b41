using Concierge.Core.Conversations;
using Concierge.Core.Points;
using Concierge.CoreTests.Conversations;

namespace Concierge.CoreTests.Points;

/// <summary>A shell that links a card, and an operator that knows the cards of <c>data/demo/points.csv</c>.</summary>
internal static class TalkCards
{
    public static readonly PointCard Hanako = new("1234567890123456", new DateOnly(1950, 4, 1));

    public static readonly CardStatement Statement = new(
        1240, new DateTimeOffset(2026, 11, 24, 3, 0, 0, TimeSpan.FromHours(9)), new Expiry(new DateOnly(2027, 3, 31), 120), 20,
        [new CardEntry(new DateOnly(2026, 11, 20), "フレイル予防体操", 20), new CardEntry(new DateOnly(2026, 11, 13), "公園の清掃", 20)]);

    /// <param name="answers">What the operator says; null: as the demonstration file has it.</param>
    public static Talk WithCards(this Talk talk, Func<PointCard, CardAnswer>? answers = null)
    {
        answers ??= card => card == Hanako ? new CardAnswer.Found(Statement) : new CardAnswer.NoMatch();
        var asked = new Dictionary<string, PointCard>();
        PointCard? linked = null;
        var standing = CardStanding.None;
        talk.Knows.Add(facts => facts with { Card = new(() => standing with { Last4 = linked?.Last4, Asking = asked.Count > 0 }) });
        talk.Does.Add(effect =>
        {
            switch (effect)
            {
                case Effect.AskCard ask:
                    asked[ask.Errand] = ask.Card ?? linked!;
                    talk.Coming.Enqueue(new Incoming.CardAnswered(ask.Errand, ask.Card is not null, answers(asked[ask.Errand])) { At = talk.Now, Channel = talk.Channel });
                    break;
                case Effect.LinkCard link: linked = asked[link.Errand]; break;
                case Effect.UnlinkCard: linked = null; break;
                case Effect.CountTries count: standing = standing with { Tries = count.Tries, LockedUntil = count.LockedUntil }; break;
                case Effect.EndErrand end: asked.Remove(end.Errand); break;
            }
        });
        return talk;
    }
}
