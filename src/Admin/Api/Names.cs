using System.Text.Json;
using Concierge.Core.Wording;

namespace Concierge.Admin;

/// <summary>Closed sets as programs write them: WalkIn is <c>walkIn</c>.</summary>
public static class Names
{
    public static string Of(Enum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <exception cref="Problem">It is missing, or none of them.</exception>
    public static T Read<T>(string item, string? name)
        where T : struct, Enum =>
        ReadIfAny<T>(item, name) ?? throw Problem.Missing(item);

    /// <summary>Null when nothing was said.</summary>
    /// <exception cref="Problem">It is none of them.</exception>
    public static T? ReadIfAny<T>(string item, string? name)
        where T : struct, Enum =>
        name is null ? null : Enum.GetValues<T>().Cast<T?>().FirstOrDefault(value => Of(value!.Value) == name) ?? throw NoneOf(item, Enum.GetValues<T>().Select(value => Of(value)));

    public static Problem NoneOf(string item, IEnumerable<string> names) => Problem.Invalid(item, Words.Say("problem_one_of", ("item", item), ("names", string.Join("、", names))));
}
