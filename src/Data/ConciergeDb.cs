using Concierge.Core.Conversations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace Concierge.Data;

/// <summary>
/// All tables, for reading and for cold features. The tables of every turn are written by hand (<see cref="Unit"/>).
/// </summary>
public abstract class ConciergeDb(DbContextOptions options) : DbContext(options)
{
    public DbSet<MemberEntry> Members => Set<MemberEntry>();
    public DbSet<LineUserEntry> LineUsers => Set<LineUserEntry>();
    public DbSet<InboxEntry> Inbox => Set<InboxEntry>();
    public DbSet<OutboxEntry> Outbox => Set<OutboxEntry>();
    public DbSet<ConversationEntry> Conversations => Set<ConversationEntry>();
    public DbSet<MessageEntry> Messages => Set<MessageEntry>();
    public DbSet<TombstoneEntry> Tombstones => Set<TombstoneEntry>();
    public DbSet<AnswerEntry> Answers => Set<AnswerEntry>();
    public DbSet<FeedEntry> Feed => Set<FeedEntry>();
    public DbSet<FindingEntry> Findings => Set<FindingEntry>();

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<DateTimeOffset>().HaveConversion<InstantAsTicks>();
        conventions.Properties<Sealed>().HaveConversion<SealedAsBytes>();
        conventions.Properties<string>().HaveConversion<TextAsStorable>();
        conventions.Properties<Owner>().HaveConversion<string>();
        conventions.Properties<Channel>().HaveConversion<string>();
        conventions.Properties<Speaker>().HaveConversion<string>();
        conventions.Properties<InboxState>().HaveConversion<string>();
        conventions.Properties<OutboxState>().HaveConversion<string>();
        // An index costs every insert: those that a query needs are named in the mapping.
        conventions.Conventions.Remove(typeof(ForeignKeyIndexConvention));
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        Mapping.People(model);
        Mapping.Queues(model);
        Mapping.Talk(model);
        Mapping.Pages(model);
        MemberTables.Map(model);
        JoinTables.Map(model);
        BoardMapping.Board(model);
        SeminarMapping.Map(model);
        TroubleEntry.Map(model);
        PointCardEntry.Map(model);
        ErrandEntry.Map(model);
        LookUpEntry.Map(model);
        CardTryEntry.Map(model);
        FindingEntry.Map(model);
        ContactEntry.Map(model);
        DataRequestEntry.Map(model);
        ConsultationEntry.Map(model);
        StaffEntry.Map(model);
        TokenEntry.Map(model);
        OnceEntry.Map(model);
        AuditEntry.Map(model);
        HoldEntry.Map(model);
        HandoffMapping.Map(model);
        SearchTables.Map(model);
        KpiMapping.Map(model);
        FollowUpMapping.Map(model);
        BroadcastMapping.Map(model);
        JobEntry.Map(model);
        JobRunEntry.Map(model);
        Mapping.NameInSnakeCase(model);
    }
}

public sealed class SqliteDb(DbContextOptions<SqliteDb> options) : ConciergeDb(options);

public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : ConciergeDb(options);
