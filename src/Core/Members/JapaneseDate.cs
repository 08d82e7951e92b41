using System.Globalization;

namespace Concierge.Core.Members;

/// <summary>Days as people here read them: 2026年11月24日, by the clocks of Tokyo.</summary>
public static class JapaneseDate
{
    private static readonly TimeSpan Tokyo = TimeSpan.FromHours(9);

    public static string Of(DateTimeOffset at) => at.ToOffset(Tokyo).ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    public static string WithTime(DateTimeOffset at) => at.ToOffset(Tokyo).ToString("yyyy年M月d日 H時m分", CultureInfo.InvariantCulture);
}
