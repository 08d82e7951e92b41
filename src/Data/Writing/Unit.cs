using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>
/// The tables within one transaction. Good only inside the work it is given to, on that thread. What a turn touches is
/// written by hand-made statements; everything else goes through <see cref="Db"/> on the same transaction.
/// </summary>
public sealed class Unit
{
    private readonly Provider provider;
    private readonly List<Statement> statements = [];
    private readonly Dictionary<string, MemberKey> keys = new(StringComparer.Ordinal);
    private readonly HashSet<string> destroyed = new(StringComparer.Ordinal);
    private DbContextOptions? options;
    private ConciergeDb? db;

    internal Unit(Provider provider, DbConnection connection, Vault vault, bool readOnly)
    {
        this.provider = provider;
        (Connection, Vault, ReadOnly) = (connection, vault, readOnly);
        Mark = Make("SAVEPOINT item");
        Keep = Make("RELEASE item");
        Undo = Make("ROLLBACK TO item");
        Notify = Make("NOTIFY " + PostgresProvider.Channel);
        Members = new Members(this);
        Inbox = new Inbox(this, provider.TakeMember);
        Conversations = new Conversations(this);
        Messages = new Messages(this);
        Answers = new Answers(this);
        Consents = new ConsentLedger(this);
        Outbox = new Outbox(this);
        Feed = new Feed(this);
        Timers = new Timers(this);
        PageLinks = new PageLinks(this);
        PageSessions = new PageSessions(this);
        MessageGrams = new MessageGrams(this);
    }

    public Members Members { get; }
    public Inbox Inbox { get; }
    public Conversations Conversations { get; }
    public Messages Messages { get; }
    public Answers Answers { get; }
    public ConsentLedger Consents { get; }
    public Outbox Outbox { get; }
    public Feed Feed { get; }
    public Timers Timers { get; }
    public PageLinks PageLinks { get; }
    public PageSessions PageSessions { get; }
    internal MessageGrams MessageGrams { get; }
    public Vault Vault { get; }

    /// <summary>A context of this work alone. What is changed in it is saved at the end, or earlier by you.</summary>
    public ConciergeDb Db => db ??= OpenDb();

    internal DbConnection Connection { get; }
    internal DbTransaction? Transaction { get; private set; }
    internal bool ReadOnly { get; }
    internal bool Broken => Connection.State != ConnectionState.Open;
    internal bool Changed { get; set; }
    internal Statement Mark { get; }
    internal Statement Keep { get; }
    internal Statement Undo { get; }
    internal Statement Notify { get; }

    internal Statement Make(string sql, string parameters = "")
    {
        var statement = new Statement(this, sql, parameters);
        statements.Add(statement);
        return statement;
    }

    internal void Begin()
    {
        Changed = false;
        keys.Clear();
        destroyed.Clear();
        Transaction = ReadOnly ? provider.BeginReading(Connection) : provider.BeginWriting(Connection);
    }

    internal T Do<T>(Func<Unit, T> work)
    {
        try
        {
            var result = work(this);
            if (db is not null && db.ChangeTracker.HasChanges()) db.SaveChanges();
            Changed |= db is not null;
            return result;
        }
        finally
        {
            db?.Dispose();
            db = null;
        }
    }

    internal void Commit()
    {
        Transaction!.Commit();
        End();
        // Only now: a key of a transaction that did not come about must never seal anything.
        foreach (var key in keys.Values) Vault.Keep(key);
        foreach (var member in destroyed) Vault.Forget(member);
    }

    internal void Rollback()
    {
        Transaction!.Rollback();
        End();
    }

    /// <summary>After a rollback to a savepoint: keys made since then are gone.</summary>
    internal void ForgetKeys()
    {
        keys.Clear();
        // Of those that the others of the group destroyed nothing is asked any more; this one's key is still good.
        destroyed.RemoveWhere(member => Members.Exists(member));
    }

    /// <summary>From now on nothing is sealed or opened with this member's key; on commit it leaves the memory too.</summary>
    internal void Destroy(string memberId)
    {
        keys.Remove(memberId);
        destroyed.Add(memberId);
    }

    /// <summary>For work that the office does while no bot runs: it is not ended when it waits for a slow disk.</summary>
    internal void TakeTime() => provider.TakeTime(this);

    /// <summary>After rows came with numbers of their own: the next one gets a new number.</summary>
    internal void CountOn(BackupTable table)
    {
        if (table.Counted is { } column) provider.CountOn(this, table.Name, column);
    }

    internal MemberKey? Key(string memberId) => destroyed.Contains(memberId) ? null : keys.TryGetValue(memberId, out var key) ? key : Vault.Cached(memberId);

    internal MemberKey Remember(MemberKey key) => keys[key.MemberId] = key;

    internal void Close()
    {
        try
        {
            foreach (var statement in statements) statement.Dispose();
            Transaction?.Dispose();
            Connection.Dispose();
        }
        catch (DbException) { /* It was broken already. */ }
        Transaction = null;
    }

    private void End()
    {
        Transaction!.Dispose();
        Transaction = null;
    }

    private ConciergeDb OpenDb()
    {
        if (Transaction is null) throw new InvalidOperationException("A unit is good only within the work it was given to.");
        var opened = provider.NewDb(options ??= provider.DbOptions(Connection));
        // The savepoint of the item already guards it.
        opened.Database.AutoSavepointsEnabled = false;
        opened.Database.UseTransaction(Transaction);
        return opened;
    }
}
