using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Concierge.Core.Board;

/// <summary>A category of tasks, for which interest is learned.</summary>
/// <param name="Card">The card of the inventory that asks for it (<c>interest/weeding</c>); null when no card does.</param>
/// <param name="Words">What people call it.</param>
public sealed record Kind(string Key, string Label, string? Card, ImmutableArray<string> Words);

/// <summary>What is not a matter of strength, and stands on the card.</summary>
public enum TaskFlag { Ladder, Chemicals, Driving, Alone, Money, BodyContact }

/// <summary>A type of task of the catalogue; posts are of one.</summary>
/// <param name="Field">介護, 生活支援, 子育て, 教育, 公共, その他.</param>
/// <param name="Load">Usual load on the eight axes; a post may say otherwise.</param>
/// <param name="Motives">Keys of the inventory's motives that it serves.</param>
/// <param name="Skills">Keys of skills it makes use of; so <paramref name="Portable"/> and <paramref name="Experience"/>.</param>
/// <param name="Needs">What is asked of people beforehand, as a sentence; null for nothing.</param>
/// <param name="Steps">The day in steps.</param>
/// <param name="NotDo">What one does not do there.</param>
/// <param name="Licence">Key of the skill without which it is not allowed; null for none.</param>
/// <param name="Child">With children: from 2026-12-25 the place must make the check by law (日本版DBS).</param>
public sealed record TaskType(
    string Id,
    string Field,
    string Kind,
    string Title,
    ImmutableArray<int> Load,
    ImmutableArray<string> Motives,
    ImmutableArray<string> Skills,
    ImmutableArray<string> Portable,
    ImmutableArray<string> Experience,
    string? Needs,
    ImmutableArray<string> Steps,
    ImmutableArray<string> NotDo,
    ImmutableArray<TaskFlag> Flags = default,
    string? Licence = null,
    bool Child = false);

/// <summary>The catalogue, from <c>data/tasks.json</c>.</summary>
public static class Tasks
{
    private sealed record File(string About, ImmutableArray<Kind> Kinds, ImmutableArray<TaskType> Tasks);

    private static readonly File Read = BoardData.Embedded<File>("tasks.json");

    private static readonly FrozenDictionary<string, int> ById = All.Select((task, at) => (task.Id, at)).ToFrozenDictionary(t => t.Id, t => t.at);

    private static readonly FrozenDictionary<string, int> ByKind = Kinds.Select((kind, at) => (kind.Key, at)).ToFrozenDictionary(k => k.Key, k => k.at);

    public static ImmutableArray<TaskType> All => Read.Tasks;

    /// <summary>At most 32, so that a set of them is a number.</summary>
    public static ImmutableArray<Kind> Kinds => Read.Kinds;

    public static bool Knows(string id) => ById.ContainsKey(id);

    /// <exception cref="KeyNotFoundException">No such task: <see cref="PostCheck"/> refuses such a post.</exception>
    public static TaskType Get(string id) => All[ById[id]];

    public static int IndexOf(string id) => ById[id];

    public static int KindIndexOf(string kind) => ByKind[kind];

    public static Kind? FindKind(string key) => ByKind.TryGetValue(key, out var at) ? Kinds[at] : null;

    public static uint AllKinds => (1u << Kinds.Length) - 1;

    public static uint Bits(IEnumerable<string> kinds) => kinds.Aggregate(0u, (bits, kind) => bits | (1u << KindIndexOf(kind)));
}
