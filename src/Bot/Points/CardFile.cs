using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Concierge.Core.Points;

namespace Concierge.Bot.Points;

/// <summary>The operator's nightly file, whole or not at all. Its form: docs/point-card-api.md.</summary>
public sealed class CardFile
{
    private const string Name = "kashiwa-points", Version = "1";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly FrozenDictionary<string, Holder> _cards;

    private CardFile(DateTimeOffset asOf, FrozenDictionary<string, Holder> cards) => (AsOf, _cards) = (asOf, cards);

    /// <summary>The operator's own time.</summary>
    public DateTimeOffset AsOf { get; }

    public int Count => _cards.Count;

    public CardAnswer Look(PointCard card) => _cards.TryGetValue(card.Number, out var holder) && holder.Born == card.Born
        ? new CardAnswer.Found(holder.Statement)
        : new CardAnswer.NoMatch();

    /// <exception cref="FormatException">Names the line and what is wrong with it, never what stands in it.</exception>
    public static CardFile Read(byte[] bytes)
    {
        var lines = Lines(bytes);
        if (lines[0].Split(',') is not [Name, Version, var time] || !TryTime(time, out var asOf)) throw Wrong(1, "is not \"kashiwa-points,1,<time with offset>\"");
        if (lines[^1].Split(',') is not ["end", var count] || Whole(count) is not { } promised) throw Wrong(lines.Length, "is not \"end,<count>\": the file is not complete");
        if (promised != lines.Length - 2) throw Wrong(lines.Length, $"promises {promised} lines, but there are {lines.Length - 2}");

        var cards = new Dictionary<string, Holder>(StringComparer.Ordinal);
        for (var at = 1; at < lines.Length - 1; at++) Take(cards, lines[at].Split(','), asOf, at + 1);
        return new CardFile(asOf, cards.ToFrozenDictionary(StringComparer.Ordinal));
    }

    private static string[] Lines(byte[] bytes)
    {
        try
        {
            return Strict.GetString(bytes).TrimStart('\uFEFF').ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        }
        catch (ArgumentException)
        {
            throw new FormatException("The file is not UTF-8.");
        }
    }

    private static void Take(Dictionary<string, Holder> cards, string[] fields, DateTimeOffset asOf, int line)
    {
        switch (fields)
        {
            case ["card", var number, var born, var balance, var expiresOn, var expiring, var leftToday]:
                if (!IsNumber(number)) throw Wrong(line, "has no card number of 16 digits");
                var statement = new CardStatement(
                    Whole(balance) ?? throw Wrong(line, "has no balance"), asOf, Expires(expiresOn, expiring, line), Optional(leftToday, line), []);
                if (!cards.TryAdd(number, new Holder(Day(born) ?? throw Wrong(line, "has no birth date"), statement))) throw Wrong(line, "has a card that was there already");
                break;
            case ["entry", var number, var day, { Length: > 0 and <= 40 } what, var points]:
                if (!cards.TryGetValue(number, out var holder)) throw Wrong(line, "belongs to no card above it");
                var entry = new CardEntry(Day(day) ?? throw Wrong(line, "has no day"), what, Whole(points) ?? throw Wrong(line, "has no points"));
                cards[number] = holder with { Statement = holder.Statement with { History = Newest(holder.Statement.History.Add(entry)) } };
                break;
            default:
                throw Wrong(line, "is neither a card nor an entry");
        }
    }

    private static ImmutableArray<CardEntry> Newest(ImmutableArray<CardEntry> entries) => [.. entries.OrderByDescending(entry => entry.Day).Take(CardStatement.Recent)];

    private static Expiry? Expires(string on, string points, int line) => (on, points) switch
    {
        ("", "") => null,
        _ => new Expiry(Day(on) ?? throw Wrong(line, "has no day of expiry"), Whole(points) ?? throw Wrong(line, "has no points that expire")),
    };

    private static int? Optional(string text, int line) => text.Length == 0 ? null : Whole(text) ?? throw Wrong(line, "has no number of points for today");

    private static bool IsNumber(string text) => text.Length == CardReading.Digits && text.All(char.IsAsciiDigit);

    private static int? Whole(string text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole : null;

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static bool TryTime(string text, out DateTimeOffset at) =>
        DateTimeOffset.TryParseExact(text, "yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out at);

    private static FormatException Wrong(int line, string what) => new($"Line {line} {what}.");

    private sealed record Holder(DateOnly Born, CardStatement Statement);
}
