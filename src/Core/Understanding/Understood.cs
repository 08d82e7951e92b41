using System.Collections.Immutable;
using Concierge.Core.Conversations;

namespace Concierge.Core.Understanding;

/// <summary>
/// What a person's words mean. One of a closed set; the order here is the rank: safety words before a person, a person
/// before a command, a command before another menu item, a menu item before an answer.
/// </summary>
public abstract record Understood
{
    private Understood() { }

    /// <summary>Words that may mean danger. Acted upon whatever was asked.</summary>
    /// <param name="IsDone">Somebody has hurt themselves already: an ambulance comes before all talk.</param>
    public sealed record Safety(SafetyKind Kind, bool IsDone = false) : Understood;

    public sealed record Said(Command Command) : Understood;

    public sealed record Wish(MenuItem Item) : Understood;

    /// <summary>Keys of options, in the order of the question; exactly one where one was asked for.</summary>
    public sealed record Options(ImmutableArray<string> Keys) : Understood;

    /// <summary>Yes or no, where that was asked without options.</summary>
    public sealed record YesNo(bool Yes) : Understood;

    /// <summary>How many. 「二、三回」 is from 2 up to 3; one number is both.</summary>
    public sealed record Number(decimal Value, decimal UpTo) : Understood;

    /// <summary>When, on the clocks of Tokyo: a day, a time, or both; what was not said is null.</summary>
    /// <param name="Part">「明日の朝」: a part of the day where no time was said.</param>
    public sealed record Moment(DateOnly? Day, TimeOnly? At, DayPart? Part = null) : Understood;

    /// <summary>Words of one's own, tidied, where those were asked for.</summary>
    public sealed record Free(string Text) : Understood;

    /// <summary>Could be two things: ask which. Keys of the options it could mean; may be empty.</summary>
    public sealed record Ambiguous(ImmutableArray<string> Keys) : Understood;

    /// <summary>More options than the question allows, e.g. three where two were asked for.</summary>
    public sealed record TooMany(ImmutableArray<string> Keys, int Max) : Understood;

    /// <summary>Longer than the question allows. <paramref name="Max"/> in characters as people count them.</summary>
    public sealed record TooLong(int Max) : Understood;

    public sealed record Unclear : Understood;
}

/// <summary>As people divide the day, like the options of 「通える時間」.</summary>
public enum DayPart
{
    /// <summary>早朝.</summary>
    Early,

    /// <summary>朝, 午前.</summary>
    Morning,

    /// <summary>昼.</summary>
    Noon,

    /// <summary>午後.</summary>
    Afternoon,

    /// <summary>夕方.</summary>
    Evening,

    /// <summary>夜, 晩.</summary>
    Night,
}

/// <summary>Kinds of danger in what somebody writes.</summary>
public enum SafetyKind
{
    /// <summary>死にたい and the like.</summary>
    Crisis,

    /// <summary>お迎えが来てほしい and the like: the same numbers, nothing is asked, and one may go on.</summary>
    Soft,

    /// <summary>Collapse, chest pain, stroke signs: 119.</summary>
    Emergency,

    /// <summary>Violence or abuse, of oneself or by others.</summary>
    Abuse,
}
