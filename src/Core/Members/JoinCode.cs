using Concierge.Core.Members;
using Concierge.Core.Understanding;

namespace Concierge.Core.Members
{
    /// <summary>A number that stands on a visitor's own page for a quarter of an hour, and joins their record to whoever sends it on LINE.</summary>
    /// <param name="Digits">Eight; see <see cref="Read"/>.</param>
    public sealed record JoinCode(string Digits, DateTimeOffset Until)
    {
        /// <summary>The smallest, and how many there are: none begins like a telephone number (0) or a year of birth (19, 20).</summary>
        public const ulong First = 21_000_000, Count = 79_000_000;

        private const int Length = 8;

        private static readonly string[] Before = Spellings.Table("LINEにつなぐ番号", "LINEにつなぐ", "つなぐ番号", "つなぐ", "番号", "コード");

        private static readonly string[] Joins = ["は", "が", ""];

        /// <summary>The digits in words such as 「4728-1936」, 「つなぐ ４７２８１９３６」; null when they are none of ours.</summary>
        /// <param name="named">Whether a word before them says what they are.</param>
        public static string? Read(string words, out bool named)
        {
            foreach (var form in Utterance.Of(words).Forms)
            {
                var word = Named(form);
                named = word.Length > 0;
                if (IsCode(form.AsSpan(word.Length))) return form[word.Length..];
            }
            named = false;
            return null;
        }

        /// <summary>「つなぐ番号は」 before the digits; empty when nothing says what they are.</summary>
        private static string Named(string said) => Before.SelectMany(word => Joins.Select(join => word + join))
            .FirstOrDefault(word => said.StartsWith(word, StringComparison.Ordinal), "");

        private static bool IsCode(ReadOnlySpan<char> digits) =>
            digits.Length == Length && !digits.ContainsAnyExceptInRange('0', '9') && ulong.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) >= First;

        /// <summary>As people read it out: two groups of four.</summary>
        public string Spelled => $"{Digits[..4]} {Digits[4..]}";

        // Records print themselves, and a code that is good must reach no log.
        public override string ToString() => nameof(JoinCode);
    }

    /// <summary>What is known of joining in a turn.</summary>
    /// <param name="IsVisitor">The person is on the page without LINE.</param>
    /// <param name="IsLocked">Too many codes were tried: none opens anything today.</param>
    /// <param name="Behind">What a code leads to now; null when it leads nowhere.</param>
    public sealed record JoinFacts(bool IsVisitor, bool IsLocked, Func<string, Joinable?> Behind)
    {
        public static readonly JoinFacts None = new(false, false, _ => null);
    }

    /// <summary>The record behind a code. Nothing else of it may be known before it is joined.</summary>
    public sealed record Joinable(Consents Consents);
}

namespace Concierge.Core.Conversations
{
    public sealed partial record Facts
    {
        public Lazy<Members.JoinFacts> Joining { get; init; } = new(() => Members.JoinFacts.None);
    }

    public abstract partial record Effect
    {
        /// <summary>The record behind the code becomes this person's; what is stored of both is theirs.</summary>
        public sealed record Join(string Code) : OfMember
        {
            public override string ToString() => nameof(Join);
        }

        /// <summary>Only one of the two records had this consent: it does not hold until the person gives it anew.</summary>
        /// <param name="Text">Version of the words that were read there.</param>
        public sealed record SuspendConsent(Purpose Purpose, string Text) : OfMember;

        /// <summary>A code was sent that leads nowhere.</summary>
        public sealed record CountJoinTry : OfMember;
    }
}
