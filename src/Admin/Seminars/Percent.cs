using System.Globalization;

namespace Concierge.Admin.Seminars;

/// <summary>A share as people read it.</summary>
public static class Percent
{
    public static string Of(decimal? share) => share is { } of ? of.ToString("0.#", CultureInfo.InvariantCulture) + "%" : "";
}
