using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concierge.Data;

/// <summary>Tables, keys and indexes. The hand-made statements in Tables/ use the same names.</summary>
internal static class Mapping
{
    public static void People(ModelBuilder model)
    {
        var member = model.Entity<MemberEntry>().ToTable("member");
        member.HasKey(m => m.Id);

        var line = model.Entity<LineUserEntry>().ToTable("line_user");
        line.HasKey(l => l.LineUserId);
        line.HasIndex(l => l.MemberId).IsUnique();
        OfMember(line, nameof(LineUserEntry.MemberId));

        var key = model.Entity<MemberKeyEntry>().ToTable("member_key");
        key.HasKey(k => k.MemberId);
        OfMember(key, nameof(MemberKeyEntry.MemberId));

        var canary = model.Entity<KeyCanaryEntry>().ToTable("key_canary");
        canary.HasKey(c => c.Id);
        canary.Property(c => c.Id).ValueGeneratedNever();
    }

    public static void Queues(ModelBuilder model)
    {
        var inbox = model.Entity<InboxEntry>().ToTable("inbox");
        inbox.HasKey(i => i.Seq);
        inbox.HasIndex(i => new { i.Channel, i.EventId }).IsUnique();
        inbox.HasIndex(i => new { i.MemberId, i.At, i.Seq }, "inbox_open").HasFilter("state = 'New'");
        inbox.HasIndex(i => i.MemberId, "inbox_parked").HasFilter("state = 'Parked'");
        OfMember(inbox, nameof(InboxEntry.MemberId));

        var outbox = model.Entity<OutboxEntry>().ToTable("outbox");
        outbox.HasKey(o => o.Seq);
        outbox.HasIndex(o => o.DedupeKey).IsUnique();
        outbox.HasIndex(o => new { o.MemberId, o.Seq }, "outbox_open").HasFilter("state IN ('Pending', 'Sending')");
        outbox.HasIndex(o => o.MemberId, "outbox_held").HasFilter("state = 'Held'");
        OfMember(outbox, nameof(OutboxEntry.MemberId));
    }

    public static void Talk(ModelBuilder model)
    {
        var conversation = model.Entity<ConversationEntry>().ToTable("conversation");
        conversation.HasKey(c => c.MemberId);
        OfMember(conversation, nameof(ConversationEntry.MemberId));

        var message = model.Entity<MessageEntry>().ToTable("message");
        message.HasKey(m => m.Seq);
        message.HasIndex(m => new { m.MemberId, m.EventId, m.Place }).IsUnique();
        message.HasIndex(m => new { m.MemberId, m.Seq });
        OfMember(message, nameof(MessageEntry.MemberId));

        var tombstone = model.Entity<TombstoneEntry>().ToTable("tombstone");
        tombstone.HasKey(t => new { t.MemberId, t.LineMessageId });
        OfMember(tombstone, nameof(TombstoneEntry.MemberId));

        var answer = model.Entity<AnswerEntry>().ToTable("answer");
        answer.HasKey(a => a.Id);
        answer.HasIndex(a => new { a.MemberId, a.Id });
        OfMember(answer, nameof(AnswerEntry.MemberId));

        var timer = model.Entity<TimerEntry>().ToTable("timer");
        timer.HasKey(t => new { t.MemberId, t.Key });
        timer.HasIndex(t => t.DueAt);
        OfMember(timer, nameof(TimerEntry.MemberId));

        // No foreign key: the feed outlives what it tells of.
        model.Entity<FeedEntry>().ToTable("feed").HasKey(f => f.Seq);
    }

    public static void Pages(ModelBuilder model)
    {
        var link = model.Entity<PageLinkEntry>().ToTable("page_link");
        link.HasKey(l => l.TokenHash);
        OfMember(link, nameof(PageLinkEntry.MemberId));

        var session = model.Entity<PageSessionEntry>().ToTable("page_session");
        session.HasKey(s => s.CookieHash);
        OfMember(session, nameof(PageSessionEntry.MemberId));
    }

    public static void NameInSnakeCase(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            foreach (var property in entity.GetProperties()) property.SetColumnName(Snake(property.Name));
        }
    }

    /// <summary>Belongs to a member: it goes before the member does.</summary>
    internal static void OfMember<T>(EntityTypeBuilder<T> entity, string column)
        where T : class =>
        entity.HasOne<MemberEntry>().WithMany().HasForeignKey(column).OnDelete(DeleteBehavior.Restrict);

    private static string Snake(string name)
    {
        var snake = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && snake.Length > 0) snake.Append('_');
            snake.Append(char.ToLowerInvariant(letter));
        }
        return snake.ToString();
    }
}
