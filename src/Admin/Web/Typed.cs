using System.Globalization;
using Concierge.Core.Calendar;
using Concierge.Core.Understanding;
using Concierge.Core.Wording;

namespace Concierge.Admin.Web;

/// <summary>What was typed into a form, and what is said when it was refused. Blank is nothing.</summary>
public static class Typed
{
    private const string Clock = "yyyy-MM-dd'T'HH:mm", DayForm = "yyyy-MM-dd";

    /// <summary>A form sends the ends of lines as two characters.</summary>
    public static string? Text(this IFormCollection form, string name) => Text(form[name]);

    public static string? Text(string? typed) => typed?.ReplaceLineEndings("\n").Trim() is { Length: > 0 } text ? text : null;

    /// <summary>Also of wide digits. What is no number is none: whoever needs one says so.</summary>
    public static int? Number(this IFormCollection form, string name) => Number(form[name]);

    public static int? Number(string? typed) =>
        int.TryParse(Normal.Wide(Text(typed) ?? ""), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Of a place on earth. What is no number is out of every range, so that it is not taken for nothing.</summary>
    public static double? Degrees(this IFormCollection form, string name) => form.Text(name) is not { } typed ? null
        : double.TryParse(Normal.Wide(typed), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var degrees) ? degrees : double.MaxValue;

    /// <summary>As a browser sends what was picked; what is no day is none.</summary>
    public static DateOnly? Day(this IFormCollection form, string name) =>
        DateOnly.TryParseExact(form.Text(name), DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>For the value of the field that <see cref="Day"/> reads.</summary>
    public static string? Write(DateOnly? day) => day?.ToString(DayForm, CultureInfo.InvariantCulture);

    /// <summary>On the clocks of Tokyo, as a browser sends what was picked.</summary>
    /// <exception cref="Problem">It is no time.</exception>
    public static DateTimeOffset? Moment(this IFormCollection form, string name) => Moment(name, form[name]);

    /// <exception cref="Problem">It is no time.</exception>
    public static DateTimeOffset? Moment(string name, string? typed)
    {
        if (Text(typed) is not { } picked) return null;
        return DateTime.TryParseExact(picked, Clock, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? Tokyo.At(DateOnly.FromDateTime(at), TimeOnly.FromDateTime(at))
            : throw Problem.Invalid(name, Words.Say("problem_wrong_kind", ("item", name)));
    }

    /// <summary>For the value of the field that <see cref="Moment(IFormCollection, string)"/> reads.</summary>
    public static string? Write(DateTimeOffset? at) => at is { } known ? Tokyo.Of(known).ToString(Clock, CultureInfo.InvariantCulture) : null;

    /// <summary>In the words of the page, where it has some; the API speaks to programs.</summary>
    /// <param name="page">Its name, where the same item is wrong for another reason than elsewhere.</param>
    public static string Said(this Problem refused, string? page = null)
    {
        var about = refused.About.Replace('-', '_');
        return Words.Everything.GetValueOrDefault($"console_wrong_{page}_{about}") ?? Words.Everything.GetValueOrDefault("console_wrong_" + about) ?? refused.Message;
    }
}
