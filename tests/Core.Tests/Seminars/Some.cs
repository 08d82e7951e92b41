using Concierge.Core.Seminars;

namespace Concierge.CoreTests.Seminars;

internal static class Some
{
    /// <summary>Three seats there and two online; it begins after 30 days at ten.</summary>
    public static Seminar Small(DateTimeOffset now, GatheringKind kind = GatheringKind.Seminar, string? task = null, int days = 30, string place = "パレット柏", int seats = 3, string bring = "なし") => new()
    {
        Id = "small", Kind = kind, Task = task, Series = "小さな集まり", Number = 1, Title = "小さな集まり", Short = "小さな集まり", AlsoCalled = "小さい", About = "話します。", Bring = bring,
        Place = place, Address = "柏1-7-1", Latitude = 35.86, Longitude = 139.97, Area = "centre", OnSiteSeats = seats, OnlineSeats = 2,
        StartsAt = now.AddDays(days), EndsAt = now.AddDays(days).AddHours(3), Deadline = now.AddDays(days - 2), OfferHours = 24, DayCode = "1234",
    };
}
