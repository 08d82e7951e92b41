using System.Collections.Immutable;
using Concierge.Core.Conversations;
using Concierge.Core.Wording;

namespace Concierge.Core.Seminars;

/// <summary>
/// What can be said at each stage: the options that words are read against. Some have no button of their own, such as
/// 「やっぱり二人で」 while it is confirmed.
/// </summary>
public static class SeminarQuestions
{
    public const string OnSite = "onsite", Online = "online", One = "one", Two = "two", Yes = "yes", No = "no", Near = "near", Date = "date";

    public const string Reserve = "reserve", WaitFor = "wait", List = "list", Mine = "mine", Change = "change", Cancel = "cancel", Cannot = "cannot", Look = "look", Plans = "schedule";

    /// <summary>No yes and no: 「行く」 would be a yes, and here it means to keep the seat.</summary>
    public const string Drop = "drop", Keep = "keep";

    /// <summary>None of them can be skipped; for the commands under it the options do not matter.</summary>
    public static readonly Question Any = new("", 0, "", QuestionKind.One, "", "", "", null, false, Required: true, 0, []);

    public static Question? Of(Turn turn, ReserveSeminar.Stage stage, Seminar? seminar) => stage switch
    {
        ReserveSeminar.Stage.Listing => Named("list", [.. Seminars(turn, ReserveSeminar.Listed(turn)), Option(Near), Option(Date), Option(Plans)]),
        ReserveSeminar.Stage.Schedule => Named("schedule", [.. Seminars(turn, ReserveSeminar.Planned(turn)), Option(List), Option(Cannot)]),
        ReserveSeminar.Stage.Looking => Named("look", [ReserveOrWait(), Option(Two, "together"), Option(List), Option(Mine)]),
        ReserveSeminar.Stage.Attending => Named("how", [Option(OnSite), Option(Online)]),
        ReserveSeminar.Stage.Seats => Named("seats", [Option(One), Option(Two)]),
        ReserveSeminar.Stage.Confirming => Named("confirm", [Option(Yes, "reserve_yes"), Option(No, "reserve_no"), Option(One), Option(Two), .. Ways(seminar)]),
        ReserveSeminar.Stage.Full => Named("full", [Option(WaitFor), Option(Online), Option(OnSite), Option(One), Option(Two), Option(List), Option(No, "reserve_no")]),
        ReserveSeminar.Stage.Offered => Named("offer", [Option(Yes, "take"), Option(No, "pass")]),
        ReserveSeminar.Stage.Mine => Named("mine", [Option(Change), Option(Two, "together"), Option(Cancel), Option(Look), Option(Plans), Option(List)]),
        ReserveSeminar.Stage.Cancelling => Named("cancel", [Option(Drop), Option(Keep)]),
        _ => null,
    };

    /// <summary>The button of an option, as it is called at this stage.</summary>
    public static string Label(string key) => Words.Say("seminar_o_" + key);

    private static ImmutableArray<Option> Ways(Seminar? seminar) => seminar?.Ways.Count() > 1 ? [Option(OnSite), Option(Online)] : [];

    private static Option Option(string key, string? words = null)
    {
        var label = Label(words ?? key);
        return new Option(key, label, label, [.. Words.Say($"seminar_o_{words ?? key}_also").Split('、')]);
    }

    /// <summary>Whichever of them the one button says: a yes means that.</summary>
    private static Option ReserveOrWait()
    {
        var (reserve, wait) = (Option(Reserve), Option(WaitFor));
        return reserve with { Also = [.. reserve.Also, wait.Label, .. wait.Also.Except(reserve.Also)] };
    }

    private static IEnumerable<Option> Seminars(Turn turn, IReadOnlyList<Seminar> shown) => shown.Select(seminar => new Option(
        seminar.Id, seminar.Short, seminar.Title, [.. seminar.AlsoCalled.Split('、'), .. DayWords.Of(seminar, shown, turn.Facts.Now), seminar.Place, .. Numbers(seminar)]));

    private static string[] Numbers(Seminar seminar) => seminar.Number == 0 ? [] : [$"第{seminar.Number}回", $"{seminar.Number}回目"];

    private static Question Named(string key, ImmutableArray<Option> options) =>
        Any with { Key = key, Why = Words.Say("seminar_why_" + key), Options = options };
}
