using Concierge.Core.Conversations;
using Concierge.Core.Understanding;
using Concierge.Core.Wording;

namespace Concierge.Core.Seminars;

/// <summary>A reservation that was cancelled, and is wanted after all.</summary>
public sealed partial class ReserveSeminar
{
    /// <summary>So long 「元に戻して」 is about the reservation, whatever else it may mean.</summary>
    private static readonly TimeSpan JustCancelled = TimeSpan.FromMinutes(10);

    /// <summary>Later it has to be said what is wanted back.</summary>
    private static readonly TimeSpan OfLate = TimeSpan.FromDays(2);

    private static readonly string[] Back = Spellings.Table("戻して", "もどして", "戻したい", "もどしたい", "戻せ", "もどせ", "取り消しをやめ", "取り消しはやめ", "キャンセルをやめ", "キャンセルはやめ", "なかったことに");

    private static readonly string[] CanGo = Spellings.Table("やっぱり行け", "やっぱりいけ", "やっぱり行く", "やっぱりいく", "やっぱり行き", "やっぱりいき", "やっぱり参加", "行けるように", "いけるように", "行けることに", "いけることに");

    private static readonly string[] CannotGoEither = Spellings.Table("行けな", "いけな", "行きません", "いきません", "行きたくな", "いきたくな");

    /// <summary>「やっぱり行けるよ もとにもどして」: the same one is offered again, as it was; the seat may be gone by now.</summary>
    private bool IsWantedBack(Turn turn, string words)
    {
        if (turn.Asked is { Kind: QuestionKind.Text } or { Weighs: true } || IsReserving(turn)) return false;
        var said = Utterance.Of(words);
        if (said.Bare.Length > LongestDropping || !(Has(Back) || Has(CanGo)) || Has(CannotGoEither)) return false;
        var within = Has(CanGo) || said.Folded.Contains(Booking, StringComparison.Ordinal) ? OfLate : JustCancelled;
        var facts = turn.Facts.Seminars.Value;
        var last = facts.Mine.Where(one => one.State == ReservationState.Cancelled && turn.Facts.Now - one.ChangedAt <= within && facts.Of(one.SeminarId) == one).MaxBy(one => one.ChangedAt);
        if (last is null || facts.Find(last.SeminarId) is not { State: SeminarState.Open } seminar) return false;
        OfferAgain(turn, seminar, last);
        return true;

        bool Has(string[] table) => table.Any(word => said.Folded.Contains(word, StringComparison.Ordinal));
    }

    private void OfferAgain(Turn turn, Seminar seminar, Reservation before)
    {
        if (!seminar.TakesReservations(turn.Facts.Now))
        {
            Begin(turn, On.Look, seminar.Id);
            return;
        }
        if (!turn.Raise(Name)) turn.Open(Name, null, nameof(Stage.Looking));
        turn.Session = turn.Session! with
        {
            State = nameof(Stage.Looking), Subject = seminar.Id, Unclear = 0,
            Picked = [WayOf(before.How), before.Seats == 1 ? SeminarQuestions.One : SeminarQuestions.Two],
        };
        At(turn);
        turn.Show(new Bubble.Ask(
            Words.Say("seminar_ask_again"), seminar.Short, null, $"{SeminarTime.Spell(seminar)}\n{Posters.SeatsLeft(seminar)}", Offers(turn, seminar), Several: false, Writes: false));
        Quick(turn);
    }
}
