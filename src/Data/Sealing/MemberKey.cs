namespace Concierge.Data;

/// <summary>
/// The data key of one member. Destroying its row makes everything that was sealed with it unreadable, in backups too.
/// Safe to use from several threads.
/// </summary>
public sealed class MemberKey
{
    internal MemberKey(string memberId, ReadOnlySpan<byte> key) => (MemberId, Key) = (memberId, new SealingKey(key));

    public string MemberId { get; }

    internal SealingKey Key { get; }
}
