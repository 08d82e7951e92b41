using System.Globalization;
using Concierge.Core.Board;
using Concierge.Core.Seminars;
using Concierge.Core.Wording;

namespace Concierge.Admin.Seminars;

/// <summary>What staff write of a gathering.</summary>
/// <param name="Kind">seminar, miniMeeting, frailtyCheck, workplace or training; fixed once it is open.</param>
/// <param name="Series">What it is a part of; null: its own title.</param>
/// <param name="Number">Its place in the series; null: none.</param>
/// <param name="Short">What stands on buttons: at most 16 letters.</param>
/// <param name="AlsoCalled">Other names, divided by 、.</param>
/// <param name="Latitude">With <paramref name="Longitude"/>, or neither: then maps are asked for the address.</param>
/// <param name="Area">north, centre, south or shonan.</param>
/// <param name="Deadline">Null: two days before, at 17 o'clock.</param>
/// <param name="OnSiteSeats">0: nobody can come there.</param>
/// <param name="OnlineSeats">0: it is not online.</param>
/// <param name="OfferHours">How long a freed seat is kept for whoever waits; null: 24.</param>
/// <param name="Task">Of a training: the type of task that asks for it.</param>
public sealed record SeminarWish(
    string? Kind, string? Series, int? Number, string? Title, string? Short, string? AlsoCalled, string? About, string? Bring, string? Place, string? Address,
    double? Latitude, double? Longitude, string? Area, DateTimeOffset? StartsAt, DateTimeOffset? EndsAt, DateTimeOffset? Deadline,
    int? OnSiteSeats, int? OnlineSeats, string? OnlineUrl, int? OfferHours, string? Task)
{
    public const int LongestTitle = 60, LongestShort = 16, LongestText = 400, LongestLine = 100, MostSeats = 500, MostOfferHours = 72;

    private const int UsualOfferHours = 24, UsualDeadlineDays = 2, UsualDeadlineHour = 17, LongestHours = 12;

    public static readonly string[] Areas = ["north", "centre", "south", "shonan"];

    public static SeminarWish Of(Seminar seminar) => new(
        Names.Of(seminar.Kind), seminar.Series, seminar.Number == 0 ? null : seminar.Number, seminar.Title, seminar.Short, seminar.AlsoCalled, seminar.About, seminar.Bring,
        seminar.Place, seminar.Address, seminar.Latitude, seminar.Longitude, seminar.Area, seminar.StartsAt, seminar.EndsAt, seminar.Deadline,
        seminar.OnSiteSeats, seminar.OnlineSeats, seminar.OnlineUrl, seminar.OfferHours, seminar.Task);

    /// <exception cref="Problem">A part is missing or wrong; it is named.</exception>
    public Seminar Make(string id, string dayCode, DateTimeOffset now)
    {
        var kind = Names.Read<GatheringKind>("kind", Kind);
        var (starts, ends, deadline) = Times(now);
        var (onSite, online) = Seats();
        if (Latitude is null != Longitude is null || Latitude is < -90 or > 90 || Longitude is < -180 or > 180) throw Problem.Invalid("latitude", Words.Say("problem_spot"));
        if (OnlineUrl is not null && !(Uri.TryCreate(OnlineUrl, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps)) throw Problem.Invalid("onlineUrl", Words.Say("problem_online_url"));
        if (OfferHours is not (null or >= 1 and <= MostOfferHours)) throw Problem.Invalid("offerHours", Words.Say("problem_offer_hours", ("max", MostOfferHours)));
        if (Task is not null && (kind != GatheringKind.Training || !Tasks.Knows(Task))) throw Problem.Invalid("task", Words.Say("problem_training_task"));
        var title = Text("title", Title, LongestTitle);
        return new Seminar
        {
            Id = id,
            Kind = kind,
            Series = Series is null ? title : Text("series", Series, LongestTitle),
            Number = Number is null or >= 1 and <= 100 ? Number ?? 0 : throw Problem.Invalid("number", Words.Say("problem_place_in_series")),
            Title = title,
            Short = Text("short", Short, LongestShort),
            AlsoCalled = AlsoCalled is null ? title : Text("alsoCalled", AlsoCalled, LongestText),
            About = Text("about", About, LongestText),
            Bring = Text("bring", Bring, LongestLine),
            Place = Text("place", Place, LongestLine),
            Address = Text("address", Address, LongestLine),
            Latitude = Latitude,
            Longitude = Longitude,
            Area = Areas.Contains(Area) ? Area! : throw Names.NoneOf("area", Areas),
            OnSiteSeats = onSite,
            OnlineSeats = online,
            OnlineUrl = OnlineUrl,
            Task = Task,
            StartsAt = starts,
            EndsAt = ends,
            Deadline = deadline,
            OfferHours = OfferHours ?? UsualOfferHours,
            DayCode = dayCode,
        };
    }

    private (DateTimeOffset Starts, DateTimeOffset Ends, DateTimeOffset Deadline) Times(DateTimeOffset now)
    {
        var starts = StartsAt ?? throw Problem.Missing("startsAt");
        var ends = EndsAt ?? throw Problem.Missing("endsAt");
        if (starts <= now) throw Problem.Invalid("startsAt", Words.Say("problem_in_the_past"));
        if (ends <= starts || ends > starts.AddHours(LongestHours)) throw Problem.Invalid("endsAt", Words.Say("problem_ends_at", ("max", LongestHours)));
        var deadline = Deadline ?? SeminarTime.Day(starts).AddDays(-UsualDeadlineDays).AddHours(UsualDeadlineHour);
        return deadline <= starts ? (starts, ends, deadline) : throw Problem.Invalid("deadline", Words.Say("problem_deadline"));
    }

    private (int OnSite, int Online) Seats()
    {
        var (onSite, online) = (OnSiteSeats ?? 0, OnlineSeats ?? 0);
        if (onSite is < 0 or > MostSeats || online is < 0 or > MostSeats || onSite + online == 0) throw Problem.Invalid("onSiteSeats", Words.Say("problem_seminar_seats", ("max", MostSeats)));
        return (onSite, online);
    }

    private static string Text(string item, string? text, int longest)
    {
        if (string.IsNullOrWhiteSpace(text)) throw Problem.Missing(item);
        if (Letters.HasControl(text)) throw Problem.Invalid(item, Words.Say("problem_control", ("item", item)));
        return new StringInfo(text).LengthInTextElements <= longest ? text : throw Problem.Invalid(item, Words.Say("problem_too_long", ("item", item), ("max", longest)));
    }
}
