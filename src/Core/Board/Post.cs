using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Concierge.Core.Board;

/// <summary>In what form one takes part.</summary>
public enum Engagement : byte
{
    /// <summary>やとわれて働く: employment, the minimum wage holds, 労災保険.</summary>
    Employed,

    /// <summary>仕事を請け負う: シルバー and other 業務委託; no labour-accident insurance.</summary>
    Entrusted,

    /// <summary>お礼つきの手伝い: mutual help, paid volunteering.</summary>
    Thanked,

    /// <summary>ボランティア.</summary>
    Volunteer,
}

public enum PayKind : byte
{
    None,

    /// <summary>Yen an hour.</summary>
    Hourly,

    /// <summary>Yen by <see cref="Pay.Per"/>: 1回, 30分, 1箱, 1日.</summary>
    Piece,

    /// <summary>ポイントの対象.</summary>
    Points,

    /// <summary>相談して決める.</summary>
    Talk,
}

/// <param name="Yen">0 for what is not money.</param>
/// <param name="Per">For what, when it is a piece: 1回.</param>
public sealed record Pay(PayKind Kind, int Yen = 0, string? Per = null);

/// <summary>How often.</summary>
public enum Rhythm : byte { Once, Weekly, Some, Long }

/// <summary>Who is asked.</summary>
public enum Scope : byte
{
    /// <summary>Anybody, from wherever.</summary>
    Anybody,

    /// <summary>People who live in the city.</summary>
    City,

    /// <summary>People who live in the post's own area: mutual help among neighbours.</summary>
    Area,
}

/// <summary>Something on the board. Immutable; a change is a new one with the same id.</summary>
public sealed record Post
{
    public required long Id { get; init; }

    /// <summary>Id of its type.</summary>
    public required string Task { get; init; }

    /// <summary>In plain Japanese, when it is another than the type's.</summary>
    public string? Title { get; init; }

    /// <summary>Name of the place as people call it; for a private home only its area.</summary>
    public required string Place { get; init; }

    /// <summary>Who asks: 特別養護老人ホーム, 町会, 市役所.</summary>
    public required string Requester { get; init; }

    /// <summary>Key of its community area.</summary>
    public required string Area { get; init; }

    public required double Latitude { get; init; }

    public required double Longitude { get; init; }

    public required ImmutableArray<Day> Days { get; init; }

    public required ImmutableArray<DayPart> Parts { get; init; }

    /// <summary>Of one time.</summary>
    public required int Minutes { get; init; }

    public required Rhythm Rhythm { get; init; }

    public required Engagement Engagement { get; init; }

    public required Pay Pay { get; init; }

    /// <summary>First and last day of work, both included.</summary>
    public required DateOnly From { get; init; }

    public required DateOnly Until { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Scope Scope { get; init; }

    /// <summary>Eight values, when they are other than the type's.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ImmutableArray<int> Loads { get; init; }

    /// <summary>What is asked of people beforehand, besides what the type asks.</summary>
    public string? Needs { get; init; }

    /// <summary>A note on insurance, when it is another than the usual one of its form.</summary>
    public string? Insurance { get; init; }

    /// <summary>The place makes the check of the child law (日本版DBS). Never asked by us, never held by us.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool PlaceChecks { get; init; }

    /// <summary>Who applies has been to the training for its task (<see cref="Seminars.GatheringKind.Training"/>).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool TrainingFirst { get; init; }

    [JsonIgnore] public TaskType Type => Tasks.Get(Task);

    [JsonIgnore] public string Name => Title ?? Type.Title;

    [JsonIgnore] public GeoPoint Point => new(Latitude, Longitude);

    [JsonIgnore] public Slots Slots => Slots.Of(Days, Parts);

    [JsonIgnore] public Load Load => Load.Of(Loads.IsDefaultOrEmpty ? Type.Load : Loads);
}
