using System.Collections.Immutable;
using System.Text.Json;

namespace Concierge.Core.Consultation;

/// <summary>よくある質問, from <c>data/faq.json</c>.</summary>
/// <param name="Topics">In the order in which they are offered.</param>
/// <param name="Questions">In the order in which they stand under their topic.</param>
public sealed record Faq(ImmutableArray<FaqTopic> Topics, ImmutableArray<FaqEntry> Questions)
{
    /// <summary>Those that come with the program.</summary>
    public static Faq Embedded { get; } = Read(Resource.Text("faq.json"));

    /// <exception cref="JsonException">The text is no list of questions; the message says where.</exception>
    /// <exception cref="FormatException">A question belongs to no topic, or a key stands there twice.</exception>
    public static Faq Read(string json)
    {
        var read = JsonSerializer.Deserialize<Faq>(json, Partners.Strict) ?? throw new FormatException("The list of questions is empty.");
        foreach (var entry in read.Questions)
            if (read.Topics.All(topic => topic.Key != entry.Topic)) throw new FormatException($"{entry.Key}: there is no topic \"{entry.Topic}\".");
        Partners.Unique("question or topic", read.Questions.Select(q => q.Key).Concat(read.Topics.Select(t => t.Key)));
        return read;
    }

    public FaqEntry? Find(string key) => Questions.FirstOrDefault(entry => entry.Key == key);

    public IEnumerable<FaqEntry> Under(string topic) => Questions.Where(entry => entry.Topic == topic);
}

/// <summary>What several questions are about.</summary>
/// <param name="Title">On the button.</param>
/// <param name="Reading">In hiragana, for those who type or dictate it.</param>
/// <param name="Also">Other ways to say it.</param>
public sealed record FaqTopic(string Key, string Title, string Reading, ImmutableArray<string> Also);

/// <summary>One question and its answer.</summary>
/// <param name="Question">On the button: at most 20 grapheme clusters.</param>
/// <param name="Answer">A fact a sentence.</param>
/// <param name="Source">Where the answer comes from: a page, a law, or a rule of this service itself.</param>
/// <param name="Checked">When it was last compared with the source.</param>
public sealed record FaqEntry(
    string Key, string Topic, string Question, string Reading, ImmutableArray<string> Also, string Answer, string Source, DateOnly Checked);
