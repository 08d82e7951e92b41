using System.Globalization;
using System.Text;
using System.Text.Json;
using Concierge.Core.Conversations;
using Concierge.Core.Members;
using Concierge.Core.Wording;

namespace Concierge.Data;

/// <summary>Rows as sentences, for the tables that hold what people said.</summary>
public sealed class SheetLines(Questionnaires questionnaires)
{
    /// <summary>Null for what has no words of its own: it stands in the file.</summary>
    public string? Of(string table, IReadOnlyDictionary<string, string> row) => table switch
    {
        "answer" when row.TryGetValue("value", out var value) => $"{Day(row)} {Answer(row["questionnaire"], row["question"], value)}",
        "consent" => $"{Day(row)} {Consent(row["text"].Split('/'), IsTrue(row["given"]))}",
        "message" when row.TryGetValue("body", out var body) && Spoken(row["sender"], body) is { } spoken => $"{Day(row)} {spoken}",
        _ => null,
    };

    private string Answer(string form, string key, string value)
    {
        var answer = JsonSerializer.Deserialize<AnswerValue>(value);
        if (key == Enter.Source && answer is AnswerValue.Chosen { Options: [var source] }) return $"{Words.Say("source_title")}：{Source.Find(source)?.Title ?? source}";
        if (Asked(form, key) is not { } question) return key;
        var title = question.Card is { } card ? $"{question.Title}（{card}）" : question.Title;
        return $"{title}：{Spelling.Of(question, answer)}";
    }

    private string Consent(string[] text, bool given) =>
        $"{Asked(text[0], text[^1])?.Title ?? text[^1]}：{Words.Say(given ? "sheet_given" : "sheet_withdrawn")}";

    private Question? Asked(string form, string key) =>
        questionnaires.All.FirstOrDefault(q => q.Name == form)?.Questions.FirstOrDefault(q => q.Key == key);

    private static string? Spoken(string sender, string body) => Enum.Parse<Speaker>(sender) switch
    {
        Speaker.Person => $"{Words.Say("sheet_you")}：{Said(StoredMessage.ReadSaid(body))}",
        Speaker.Bot => $"{Words.Say("page_title")}：{string.Join('\n', (StoredMessage.ReadReply(Encoding.UTF8.GetBytes(body))?.Bubbles ?? []).Select(Text))}",
        Speaker.Staff => StaffWords.Read(Encoding.UTF8.GetBytes(body)) is var words ? $"{Words.Say("page_staff", ("name", words.Name))}：{words.Text}" : null,
        _ => null,
    };

    private static string? Said(Said? said) => said switch
    {
        { Text: { } text } => text,
        { Kind: var kind } => Words.Everything.GetValueOrDefault("sheet_" + kind) ?? kind,
        null => null,
    };

    private static string Text(Bubble bubble) => bubble switch
    {
        Bubble.Say say => say.Text,
        Bubble.Ask ask => ask.Text,
        Bubble.Rows rows => string.Join('\n', rows.Items.Select(row => $"{row.Title}：{row.Value}").Prepend(rows.Title)),
        Bubble.Card card => string.Join('\n', card.Boxes.SelectMany(box => box.Lines.Prepend(box.Title)).Prepend(card.Title)),
        Bubble.Posters posters => string.Join('\n', posters.All.SelectMany(poster => poster.Lines.Prepend(poster.Title)).Prepend(posters.Title ?? "")).TrimStart(),
        Bubble.Door door => door.Text,
        _ => "",
    };

    /// <summary>SQLite has 1 for true.</summary>
    private static bool IsTrue(string value) => value is "1" or "True";

    private static string Day(IReadOnlyDictionary<string, string> row) => JapaneseDate.WithTime(DateTimeOffset.Parse(row["at"], CultureInfo.InvariantCulture));
}
