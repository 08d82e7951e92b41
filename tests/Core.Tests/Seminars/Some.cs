using Concierge.Core.Seminars;

namespace Concierge.CoreTests.Seminars;

internal static class Some
{
    /// <summary>Three seats there and two online; it begins after 30 days at ten.</summary>
    public static Seminar Small(DateTimeOffset now) => new()
    {
        Id = "small", Kind = GatheringKind.Seminar, Series = "小さな集まり", Number = 1, Title = "小さな集まり", Short = "小さな集まり", AlsoCalled = "小さい", About = "話します。", Bring = "なし",
        Place = "パレット柏", Address = "柏1-7-1", Latitude = 35.86, Longitude = 139.97, Area = "centre", OnSiteSeats = 3, OnlineSeats = 2,
        StartsAt = now.AddDays(30), EndsAt = now.AddDays(30).AddHours(3), Deadline = now.AddDays(28), OfferHours = 24, DayCode = "1234",
    };
}
