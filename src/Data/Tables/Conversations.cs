using System.Data.Common;
using System.Text.Json;
using Concierge.Core.Conversations;

namespace Concierge.Data;

/// <summary>Where each member's conversation stands. The sessions are sealed; revision, owner and epoch are columns.</summary>
public sealed class Conversations
{
    private readonly Unit unit;
    private readonly Statement read, add, save, epoch, changeOwner;

    internal Conversations(Unit unit)
    {
        this.unit = unit;
        read = unit.Make("SELECT revision, owner, epoch, body FROM conversation WHERE member_id = @member", "member text");
        add = unit.Make(
            """
            INSERT INTO conversation (member_id, revision, owner, epoch, body) VALUES (@member, @revision, @owner, @epoch, @body)
            ON CONFLICT (member_id) DO NOTHING
            """,
            "member text, revision int, owner text, epoch int, body bytes");
        save = unit.Make(
            """
            UPDATE conversation SET revision = @revision, owner = @owner, epoch = @epoch, body = @body
            WHERE member_id = @member AND revision = @expected
            """,
            "member text, revision int, owner text, epoch int, body bytes, expected int");
        epoch = unit.Make("SELECT epoch FROM conversation WHERE member_id = @member", "member text");
        changeOwner = unit.Make(
            """
            UPDATE conversation SET owner = @owner, epoch = epoch + 1, revision = revision + 1
            WHERE member_id = @member AND epoch = @expected
            """,
            "member text, owner text, expected int");
    }

    /// <summary><see cref="Conversation.New"/> when there is none yet.</summary>
    /// <exception cref="CannotOpen">The key is not this member's.</exception>
    public Conversation Read(string memberId, MemberKey key)
    {
        var row = read.First(Row, memberId);
        if (row is null) return Conversation.New;
        var body = unit.Vault.Open(key, Fields.ConversationBody, row.Body);
        return new Conversation(row.Revision, row.Owner, row.Epoch, JsonSerializer.Deserialize(body, StoredJson.Compact.ImmutableArraySession));
    }

    /// <param name="expectedRevision">The revision that was read; 0 when there was none.</param>
    /// <exception cref="Conflict">It moved since.</exception>
    public void Save(string memberId, Conversation next, int expectedRevision, MemberKey key)
    {
        var body = unit.Vault.Seal(key, Fields.ConversationBody, JsonSerializer.SerializeToUtf8Bytes(next.Sessions, StoredJson.Compact.ImmutableArraySession));
        var owner = next.Owner.ToString();
        var saved = expectedRevision > 0 ? 0 : add.Run(memberId, next.Revision, owner, next.Epoch, body);
        if (saved == 0) saved = save.Run(memberId, next.Revision, owner, next.Epoch, body, expectedRevision);
        if (saved == 0) throw new Conflict(memberId, expectedRevision);
    }

    /// <summary>0 when there is no conversation yet.</summary>
    public int Epoch(string memberId) => Convert.ToInt32(epoch.Value(memberId) ?? 0, provider: null);

    /// <summary>Hands the conversation over; epoch and revision grow, so that a turn under way is taken again.</summary>
    /// <returns>False when somebody else was first.</returns>
    public bool ChangeOwner(string memberId, Owner owner, int expectedEpoch) => changeOwner.Run(memberId, owner.ToString(), expectedEpoch) > 0;

    private static Stored Row(DbDataReader row) => new(row.GetInt32(0), Enum.Parse<Owner>(row.GetString(1)), row.GetInt32(2), row.Sealed(3));

    private sealed record Stored(int Revision, Owner Owner, int Epoch, Sealed Body);
}
