using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Concierge.Core.Frailty;

/// <summary>The forms that come with the program: <c>data/instruments</c>, read strictly.</summary>
public static class Instruments
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter() },
    };

    private static readonly FrozenDictionary<string, Instrument> ById = ReadEmbedded().ToFrozenDictionary(i => i.Id);

    public static IEnumerable<Instrument> All => ById.Values;

    /// <summary>Null: we know no such form.</summary>
    public static Instrument? Find(string id) => ById.GetValueOrDefault(id);

    /// <exception cref="KeyNotFoundException">We know no such form: a bug.</exception>
    public static Instrument Get(string id) => Find(id) ?? throw new KeyNotFoundException($"There is no instrument {id}.");

    /// <exception cref="FormatException">The text is no instrument; the message says what is wrong and where.</exception>
    public static Instrument Read(string json)
    {
        try
        {
            var read = JsonSerializer.Deserialize<Instrument>(json, Strict) ?? throw new FormatException("The instrument is empty.");
            Check(read);
            return read;
        }
        catch (JsonException wrong)
        {
            throw new FormatException($"The instrument cannot be read at {wrong.Path}, line {wrong.LineNumber + 1}: {wrong.Message}", wrong);
        }
    }

    private static void Check(Instrument form)
    {
        if (form.Items.IsDefaultOrEmpty) throw new FormatException($"{form.Id} has no items.");
        if (form.Items.DistinctBy(i => i.Key).Count() < form.Items.Length) throw new FormatException($"{form.Id}: a key stands there twice.");
        var named = form.Domains.SelectMany(d => d.Items).Concat(form.Criteria.SelectMany(c => c.Items)).Concat(form.Together.SelectMany(t => t)).Concat(form.Alerts.SelectMany(a => a.Items));
        if (named.FirstOrDefault(no => no < 1 || no > form.Items.Length) is var beyond and not 0) throw new FormatException($"{form.Id} has no item {beyond}.");
        if (form.ByAnswer is null && form.Classes is not [{ From: 0 }, ..]) throw new FormatException($"{form.Id}: the first class has to begin at 0.");
        if (!form.Classes.Select(c => c.From).SequenceEqual(form.Classes.Select(c => c.From).Order())) throw new FormatException($"{form.Id}: the classes have to ascend.");
        foreach (var choice in form.Items.OfType<Item.Choice>().Where(c => c.Risk.Except(c.Answers).Any()))
            throw new FormatException($"{form.Id} {choice.Key}: an answer that scores is not among the answers.");
    }

    private static IEnumerable<Instrument> ReadEmbedded()
    {
        var assembly = typeof(Instruments).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith("instruments/", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return Read(reader.ReadToEnd());
        }
    }
}
