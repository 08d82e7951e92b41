using Concierge.Core.Conversations;
using Concierge.Core.Members;

namespace Concierge.Admin.Members;

/// <summary>Answers of the welcome as people read them.</summary>
public static class EntryAnswers
{
    public static string Age(string? key) => Label("age", key);

    public static string Area(string? key) => Label("area", key);

    /// <summary>An older key is shown as it is; nothing answered is nothing shown.</summary>
    private static string Label(string question, string? key) =>
        Questionnaires.Embedded.Newest(Enter.Id).Questions.First(q => q.Key == question).Options.FirstOrDefault(option => option.Key == key)?.Label ?? key ?? "";
}
