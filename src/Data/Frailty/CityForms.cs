using Concierge.Core.Conversations;
using Concierge.Core.Frailty;

namespace Concierge.Data;

/// <summary>The questionnaires of the program and, where <c>Forms:Folder</c> names a folder, the official wordings that the city has put there.</summary>
public static class CityForms
{
    private const string Key = "Forms:Folder";

    /// <param name="setting">The value of a key; null when it is not set.</param>
    /// <exception cref="StartupRefused">The folder or a file in it is wrong; the message names it.</exception>
    public static Questionnaires Read(Func<string, string?> setting)
    {
        if (setting(Key) is not { Length: > 0 } folder) return Questionnaires.Embedded;
        if (!Directory.Exists(folder)) throw new StartupRefused($"{Key} names {folder}, and there is no such folder.");
        try
        {
            var files = Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal);
            return OfficialForms.Add(Questionnaires.Embedded, files.Select(file => (Path.GetFileName(file), File.ReadAllText(file))));
        }
        catch (FormatException wrong)
        {
            throw new StartupRefused($"A file in {Key} cannot be used. {wrong.Message}", wrong);
        }
    }
}
