using System.Buffers;

namespace Concierge.Core.Understanding;

/// <summary>One row of the table of danger.</summary>
public abstract record SafetySign(SafetyKind Kind)
{
    /// <summary>True: of long ago, of the news or of a lesson it is no danger.</summary>
    public virtual bool IsOftenTold => false;

    /// <summary>Somebody has hurt themselves already: an ambulance comes before all talk.</summary>
    public bool IsDone { get; init; }

    /// <param name="text">As <see cref="Speech.Plain"/> makes it.</param>
    public abstract bool IsIn(ReadOnlySpan<char> text);

    /// <summary>Words that stand near each other, in any order.</summary>
    /// <param name="All">One word of each.</param>
    /// <param name="Unless">None of these.</param>
    public sealed record Together(SafetyKind Kind, bool OftenTold, SearchValues<string>[] All, SearchValues<string>? Unless) : SafetySign(Kind)
    {
        /// <summary>In characters to both sides of the first word. What stands further off in a long story belongs to something else.</summary>
        private const int Near = 30;

        public override bool IsOftenTold => OftenTold;

        public override bool IsIn(ReadOnlySpan<char> text)
        {
            for (var at = Next(text, 0); at >= 0; at = Next(text, at + 1))
                if (IsAround(text[Math.Max(0, at - Near)..Math.Min(text.Length, at + Near)])) return true;
            return false;
        }

        private int Next(ReadOnlySpan<char> text, int from) => text[from..].IndexOfAny(All[0]) is var next and >= 0 ? from + next : -1;

        private bool IsAround(ReadOnlySpan<char> place)
        {
            foreach (var words in All)
                if (!place.ContainsAny(words)) return false;
            return Unless is null || !place.ContainsAny(Unless);
        }
    }

    /// <summary>「もう限界です」 and nothing else.</summary>
    public sealed record Alone(SafetyKind Kind, string[] Words) : SafetySign(Kind)
    {
        /// <summary>です, なんだよ and the like.</summary>
        private const int Ending = 5;

        public override bool IsIn(ReadOnlySpan<char> text)
        {
            foreach (var word in Words)
                if (text.StartsWith(word, StringComparison.Ordinal) && text.Length <= word.Length + Ending) return true;
            return false;
        }
    }
}
