using System.Text.RegularExpressions;

namespace Concierge.Transcripts;

/// <summary>
/// A conversation in a text file. Lines: <c># title</c>; <c>= Strict</c> how private questions are asked; <c>~ why</c> it cannot be
/// played on the page alone; <c>&gt; words</c>,
/// <c>&gt; [button]</c> or <c>&gt; (something else)</c> from the person (<c>(enters)</c>: follows, consents, 65〜69歳, 北部; <c>(visits)</c>: enters on the city's page without LINE, and asks for a code there;
/// <c>(code)</c>: sends that); <c>&lt; text [button]</c> what the next bubble must
/// hold; <c>! Effect {"Field":"part"}</c> what the shell must be asked to do; <c>@ page</c> and <c>@ LINE</c> where the person goes
/// on. <c>&gt; (answers 8)</c> takes the first choice of eight questions in a row. Staff: <c>(claims)</c>, <c>(writes)</c>, <c>(asks)</c> and waits
/// for the answer, <c>(resolves)</c>, <c>(returns)</c>, <c>(declines)</c>, <c>(releases)</c>, <c>(escalates)</c>.
/// </summary>
public sealed record Transcript(string Name, string Title, string Mode, bool LineOnly, IReadOnlyList<ScriptLine> Lines)
{
    public static IEnumerable<string> Names => Directory
        .EnumerateFiles(Folder, "*.txt", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Folder, path).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    public static Transcript Read(string name)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, name)).Where(line => line.Trim().Length > 0).ToArray();
        var title = lines.First(line => line.StartsWith("# ", StringComparison.Ordinal))[2..];
        var mode = lines.FirstOrDefault(line => line.StartsWith("= ", StringComparison.Ordinal))?[2..] ?? "Private";
        var lineOnly = lines.Any(line => line[0] == '~');
        return new Transcript(name, title, mode, lineOnly, [.. lines.Where(line => line[0] is not ('#' or '=' or '~')).Select(ScriptLine.Parse)]);
    }

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Transcripts");
}

/// <summary>The member of staff of every transcript.</summary>
public static class Staff
{
    public const string Says = "水曜日の 午前なら あいています。";
}

/// <summary>One line of a transcript.</summary>
public abstract partial record ScriptLine
{
    private ScriptLine() { }

    public sealed record Words(string Text) : ScriptLine;

    public sealed record Press(string Label) : ScriptLine;

    /// <summary>A sticker, days passing, an unsend …: <paramref name="What"/> and a number when there is one.</summary>
    public sealed record Does(string What, int Number) : ScriptLine;

    /// <summary>A bubble whose text holds <paramref name="Text"/> and that has at least these buttons.</summary>
    public sealed record Hears(string Text, IReadOnlyList<string> Buttons) : ScriptLine;

    public sealed record Wishes(string Effect, string? Part) : ScriptLine;

    public sealed record GoesTo(string Place) : ScriptLine;

    public static ScriptLine Parse(string line)
    {
        var rest = line[1..].Trim();
        return line[0] switch
        {
            '>' when rest.StartsWith('[') => new Press(rest.Trim('[', ']')),
            '>' when rest.StartsWith('(') => Doing(rest.Trim('(', ')')),
            '>' => new Words(rest),
            '<' => new Hears(InBrackets().Replace(rest, "").Trim(), [.. InBrackets().Matches(rest).Select(m => m.Groups[1].Value)]),
            '!' => rest.IndexOf(' ') is var space and > 0 ? new Wishes(rest[..space], rest[(space + 1)..]) : new Wishes(rest, null),
            '@' => new GoesTo(rest),
            _ => throw new FormatException($"A transcript line begins with > < ! or @, not: {line}"),
        };
    }

    private static Does Doing(string what)
    {
        var parts = what.Split(' ');
        return new Does(parts[0], parts.Length > 1 ? int.Parse(parts[1]) : 1);
    }

    [GeneratedRegex(@"\[([^\]]*)\]")]
    private static partial Regex InBrackets();
}
