using System.Text.Json;
using Concierge.Core.Conversations;
using Concierge.Core.Frailty;

namespace Concierge.CoreTests.Frailty;

/// <summary>The city's own files, as if it had got the official wording.</summary>
internal static class Official
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
    };

    public static Questionnaires Forms => OfficialForms.Add(Questionnaires.Embedded, [Text("eleven_check"), Text("yubi_wakka")]);

    public static (string File, string Text) Text(string id, Func<Questionnaire, Questionnaire>? change = null)
    {
        var form = Questionnaires.Embedded.Newest(id) with { Version = 2, Official = true };
        return ($"{id}.json", Write(change is null ? form : change(form)));
    }

    private static string Write(Questionnaire form) => JsonSerializer.Serialize(
        new { form.Id, form.Version, form.Title, form.Source, form.Official, form.Anew, form.Parts, form.Questions }, Web);
}
