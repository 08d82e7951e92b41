using System.Collections.Immutable;
using System.Globalization;
using Concierge.Core.Conversations;
using Concierge.Core.Wording;

namespace Concierge.Core.Seminars;

/// <summary>A seminar as it is shown: on the list, in full, and as something that one has reserved.</summary>
internal static class Posters
{
    public static Poster OnList(Turn turn, Seminar seminar) => new(
        Title(seminar),
        [SeminarTime.Spell(seminar), Place(seminar), State(turn, seminar)],
        [turn.Button(Words.Say("seminar_open_look", ("short", seminar.Short)), new Act.Go(ReserveSeminar.Id, "look", seminar.Id))],
        []);

    public static Poster InFull(Turn turn, Seminar seminar, ImmutableArray<Button> buttons) => new(
        Title(seminar), Everything(seminar, State(turn, seminar)), buttons, [Map(seminar), Calendar(seminar)]);

    /// <param name="state">Whether one can come, for whoever reads.</param>
    public static ImmutableArray<string> Everything(Seminar seminar, string state) =>
    [
        seminar.About,
        SeminarTime.Spell(seminar),
        Place(seminar),
        Words.Say("seminar_address", ("address", seminar.Address)),
        Words.Say("seminar_bring", ("bring", seminar.Bring)),
        state,
        Words.Say("seminar_deadline", ("deadline", SeminarTime.Spell(seminar.Deadline))),
    ];

    /// <summary>For a push: nothing that concerns the person.</summary>
    public static Poster ForAnybody(Seminar seminar) => new(Title(seminar), [SeminarTime.Spell(seminar), Place(seminar)], [], []);

    /// <summary>What is about to be decided, or was.</summary>
    public static Poster Seats(Seminar seminar, Attendance how, int seats, ImmutableArray<Link> links) => new(
        Title(seminar), [SeminarTime.Spell(seminar), Taking(seminar, how), Words.Say("seminar_people", ("n", seats))], [], links);

    public static Poster Mine(Turn turn, Seminar seminar, Reservation mine, ImmutableArray<Button> buttons) => new(
        Title(seminar),
        [Standing(turn, seminar, mine), SeminarTime.Spell(seminar), Taking(seminar, mine.How), Words.Say("seminar_people", ("n", mine.Seats)), Words.Say("seminar_bring", ("bring", seminar.Bring))],
        buttons,
        Links(turn, seminar, mine));

    public static Poster Reminder(Turn turn, Seminar seminar) => new(
        Title(seminar),
        [SeminarTime.Spell(seminar), Place(seminar), Words.Say("seminar_bring", ("bring", seminar.Bring))],
        ToMine(turn, seminar),
        [Map(seminar)]);

    /// <summary>For a push: what has changed, and how it is now. Public facts alone.</summary>
    public static Poster News(Turn turn, Seminar seminar, Reservation mine, IReadOnlyList<WhatChanged> news) => new(
        Title(seminar),
        [
            Words.Say("seminar_news", ("parts", string.Join('、', news.Select(change => Words.Say("seminar_changed_" + change.ToString().ToLowerInvariant()))))),
            SeminarTime.Spell(seminar),
            Place(seminar),
            .. news.Contains(WhatChanged.Place) ? [Words.Say("seminar_address", ("address", seminar.Address))] : Array.Empty<string>(),
            .. news.Contains(WhatChanged.Bring) ? [Words.Say("seminar_bring", ("bring", seminar.Bring))] : Array.Empty<string>(),
            .. mine.State == ReservationState.Offered ? [Standing(turn, seminar, mine)] : Array.Empty<string>(),
        ],
        ToMine(turn, seminar),
        [Map(seminar)]);

    /// <summary>In place of one that was called off.</summary>
    public static Poster Instead(Turn turn, Seminar seminar) => new(
        Title(seminar),
        [SeminarTime.Spell(seminar), Place(seminar), SeatsLeft(seminar)],
        [turn.Button(SeminarQuestions.Label(SeminarQuestions.Reserve), new Act.Go(ReserveSeminar.Id, SeminarQuestions.Reserve, seminar.Id))],
        []);

    /// <summary>教室, 集会, 研修 …</summary>
    public static string Noun(Seminar seminar) => Words.Say("seminar_kind_" + seminar.Kind.ToString().ToLowerInvariant());

    /// <summary>For 保存していること.</summary>
    public static string InOneLine(Turn turn, Seminar seminar, Reservation mine) =>
        string.Join('\n', Standing(turn, seminar, mine), SeminarTime.Spell(seminar), Words.Say("seminar_people", ("n", mine.Seats)));

    public static string SeatsLeft(Seminar seminar) => string.Join('\n', seminar.Ways.Select(how => Left(seminar, how)));

    public static ImmutableArray<Link> Links(Seminar seminar, Attendance how) => how == Attendance.OnSite ? [Map(seminar), Calendar(seminar)] : [Calendar(seminar)];

    /// <summary>The link to take part online is for the day, and for those who take part.</summary>
    private static ImmutableArray<Link> Links(Turn turn, Seminar seminar, Reservation mine) =>
        mine.How == Attendance.Online && mine.State is ReservationState.Reserved or ReservationState.Attended
        && seminar.OnlineUrl is { } address && SeminarTime.IsOnTheDay(seminar, turn.Facts.Now)
            ? [new Link(Words.Say("seminar_join"), address), .. Links(seminar, mine.How)]
            : Links(seminar, mine.How);

    private static ImmutableArray<Button> ToMine(Turn turn, Seminar seminar) =>
    [
        turn.Button(Words.Say("seminar_open_mine", ("short", seminar.Short)), new Act.Go(ReserveSeminar.Id, "mine", seminar.Id)),
        turn.Button(Words.Say("seminar_cannot"), new Act.Go(ReserveSeminar.Id, "cannot", seminar.Id)),
    ];

    public static string Title(Seminar seminar) => seminar.Number == 0 ? seminar.Title : Words.Say("seminar_title", ("n", seminar.Number), ("title", seminar.Title));

    public static string Place(Seminar seminar) => Words.Say(
        seminar.OnSiteSeats == 0 ? "seminar_place_online" : seminar.OnlineSeats == 0 ? "seminar_place" : "seminar_place_both", ("place", seminar.Place));

    private static string Taking(Seminar seminar, Attendance how) =>
        how == Attendance.Online ? Words.Say("seminar_place_online") : Words.Say("seminar_place", ("place", seminar.Place));

    private static string State(Turn turn, Seminar seminar)
    {
        if (turn.Facts.Seminars.Value.Of(seminar.Id) is { IsLive: true } mine) return Standing(turn, seminar, mine);
        return seminar.TakesReservations(turn.Facts.Now) ? SeatsLeft(seminar) : Words.Say("seminar_state_closed");
    }

    private static string Standing(Turn turn, Seminar seminar, Reservation mine) => seminar.State == SeminarState.CalledOff
        ? Words.Say("seminar_state_called_off")
        : Words.Say("seminar_state_" + mine.State.ToString().ToLowerInvariant(), ("place", turn.Facts.Seminars.Value.Place(mine)), ("until", mine.OfferedUntil is { } until ? SeminarTime.Spell(until) : ""));

    private static string Left(Seminar seminar, Attendance how) =>
        Words.Say($"seminar_{(seminar.Free(how) > 0 ? "left" : "none_left")}_{how.ToString().ToLowerInvariant()}", ("n", seminar.Free(how)));

    public static Link Map(Seminar seminar) => new(Words.Say("seminar_map"), $"https://www.google.com/maps/search/?api=1&query={Spot(seminar)}");

    private static string Spot(Seminar seminar) => seminar is { Latitude: { } latitude, Longitude: { } longitude }
        ? string.Create(CultureInfo.InvariantCulture, $"{latitude},{longitude}")
        : Uri.EscapeDataString($"{seminar.Place} {seminar.Address}");

    /// <summary>An address of our own, which the shell completes; phones open calendars in the browser, not inside LINE.</summary>
    public static Link Calendar(Seminar seminar) => new(Words.Say("seminar_calendar"), $"/seminars/{seminar.Id}.ics?openExternalBrowser=1");
}
