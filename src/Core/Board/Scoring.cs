using System.Numerics;

namespace Concierge.Core.Board;

/// <summary>
/// How well a post suits somebody, in six parts from 0 to 1 and what each weighs. Source of the weights: the plan's proposal (city.md
/// 3.2). What is not known counts a half, for every post alike.
/// </summary>
/// <param name="Strain">From 0 to 1, taken off: how hard it is for whoever of whom nothing is known, and where somebody who spares the body has not said what can be borne.</param>
public readonly record struct Score(double Interest, double Time, double Nearness, double Motive, double Skill, double Terms, double Strain)
{
    public const double InterestWeight = 0.25, TimeWeight = 0.20, NearnessWeight = 0.20, MotiveWeight = 0.15, SkillWeight = 0.10, TermsWeight = 0.10;

    /// <summary>As much as time, nearness and terms together: of one task the heavy stands below the light.</summary>
    public const double StrainWeight = TimeWeight + NearnessWeight + TermsWeight;

    /// <summary>Added in the order of <see cref="Scoring.Total"/>: the two are the same to the last bit.</summary>
    public double Total => OfType(Interest, Motive, Skill) + (TermsWeight * Terms) + (TimeWeight * Time) + (NearnessWeight * Nearness) - (StrainWeight * Strain);

    /// <summary>What depends on the type of task alone.</summary>
    internal static double OfType(double interest, double motive, double skill) => (InterestWeight * interest) + (MotiveWeight * motive) + (SkillWeight * skill);
}

/// <summary>The score for one person: what depends on the person and the type alone is worked out once.</summary>
public sealed class Scoring
{
    private const double Unknown = 0.5;

    /// <summary>How fast nearness falls where no reach was named: half an hour by bicycle or bus.</summary>
    private const double UsualReach = 6_000;

    private static readonly int PayKinds = Enum.GetValues<PayKind>().Length;

    private readonly Seeker _seeker;
    private readonly double _reach;
    private readonly ulong? _times;
    private readonly Load _doubted;
    private readonly double[] _interest, _motive, _skill, _ofType, _terms, _rhythm, _inGroup;

    public Scoring(Seeker seeker)
    {
        _seeker = seeker;
        _reach = seeker.Reach ?? UsualReach;
        _times = seeker.Times?.Bits;
        _doubted = seeker.LightFirst ? Load.Anything : seeker.Doubted;
        _interest = [.. Tasks.All.Select(task => seeker.Interests[Tasks.KindIndexOf(task.Kind)].Mean)];
        _motive = [.. Tasks.All.Select(Motive)];
        _skill = [.. Tasks.All.Select(Skill)];
        _ofType = [.. Tasks.All.Select((_, at) => Score.OfType(_interest[at], _motive[at], _skill[at]))];
        _terms = [.. from form in Enum.GetValues<Engagement>() from pay in Enum.GetValues<PayKind>() select Terms(form, pay)];
        _inGroup = [.. Areas.All.Select(InGroup)];
        _rhythm = [.. Enum.GetValues<Rhythm>().Select(RhythmFit)];
    }

    public Score Of(Post post)
    {
        var row = new PostIndex.Row(post);
        return Of(row, _seeker.At is { } at ? Direction.Of(at).MetresTo(row.At) : double.NaN);
    }

    /// <param name="metres">From where the person is; NaN when that is not known.</param>
    internal Score Of(in PostIndex.Row post, double metres) => new(
        _interest[post.Task], Time(post), Nearness(post, metres), _motive[post.Task], _skill[post.Task], _terms[TermsAt(post)], Strain(post));

    internal double Total(in PostIndex.Row post, double metres) =>
        _ofType[post.Task] + (Score.TermsWeight * _terms[TermsAt(post)]) + (Score.TimeWeight * Time(post)) + (Score.NearnessWeight * Nearness(post, metres)) - (Score.StrainWeight * Strain(post));

    private double Strain(in PostIndex.Row post) => (double)post.Load.On(_doubted).Grade / (double)LoadGrade.Heavy;

    private static int TermsAt(in PostIndex.Row post) => ((int)post.Form * PayKinds) + (int)post.Pay;

    private double Nearness(in PostIndex.Row post, double metres) => double.IsNaN(metres) ? _inGroup[post.Area] : Math.Max(0, 1 - (metres / _reach));

    /// <summary>What part of the post's times the person has; less when it comes too often or too seldom.</summary>
    private double Time(in PostIndex.Row post)
    {
        var overlap = _times is { } times ? (double)BitOperations.PopCount(times & post.Slots.Bits) / post.Slots.Count : Unknown;
        return overlap * _rhythm[(int)post.Rhythm];
    }

    private double InGroup(Area area)
    {
        if (_seeker.Group is null or Areas.Outside) return Unknown;
        return area.Group == _seeker.Group ? 0.75 : 0.25;
    }

    private double RhythmFit(Rhythm rhythm)
    {
        if (_seeker.Hours is null or "open") return 1;
        return _seeker.Hours == rhythm.ToString().ToLowerInvariant() ? 1 : 0.6;
    }

    private double Motive(TaskType task)
    {
        if (_seeker.Motives is not { Length: > 0 } motives) return Unknown;
        return (double)motives.Count(task.Motives.Contains) / motives.Length;
    }

    /// <summary>What one can, was or is good at, whichever is used most.</summary>
    private double Skill(TaskType task)
    {
        if (_seeker.Skills is null && _seeker.Portable is null && _seeker.Experience is null) return Unknown;
        var skills = _seeker.Skills?.Any(task.Skills.Contains) == true ? 1.0 : 0;
        var portable = _seeker.Portable is { } good ? Math.Min(1, good.Count(task.Portable.Contains) * 0.5) : 0;
        var experience = _seeker.Experience is { } was && task.Experience.Contains(was) ? 0.8 : 0;
        return Math.Max(skills, Math.Max(portable, experience));
    }

    private double Terms(Engagement form, PayKind pay) => _seeker.PayWish switch
    {
        "wage" => pay is PayKind.Hourly ? 1 : pay is PayKind.Piece or PayKind.Talk ? 0.5 : 0,
        "thanks" => pay is PayKind.Piece or PayKind.Points ? 1 : form is Engagement.Volunteer ? 0.4 : 0.7,
        "none" => form is Engagement.Volunteer or Engagement.Thanked ? 1 : 0.7,
        _ => Unknown,
    };
}
