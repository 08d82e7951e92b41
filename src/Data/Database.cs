using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>
/// What we remember. Open it once per process; the bot calls <see cref="Migrate"/>, everybody else
/// <see cref="RequireSchema"/>, and then there are a <see cref="Writer"/>, a <see cref="Reader"/> and a <see cref="Bell"/>.
/// </summary>
public sealed class Database : IDisposable
{
    private readonly Provider provider;
    private readonly DbContextOptions options;
    private readonly Lazy<Writer> writer;
    private readonly Lazy<Bell> bell;
    private IDisposable? place;
    private ErasedKeys? erased;

    private Database(Provider provider, Vault vault, IReadOnlyList<string> warnings)
    {
        this.provider = provider;
        (Vault, Warnings) = (vault, warnings);
        options = provider.DbOptions(connection: null);
        writer = new Lazy<Writer>(() => new Writer(provider, vault));
        bell = new Lazy<Bell>(provider.NewBell);
        Reader = new Reader(provider, vault);
    }

    public Vault Vault { get; }

    /// <summary>What works, but not as safely as it should; for the log at start.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>For a library that keeps tables of its own beside ours; null on SQLite, where there is no server.</summary>
    public DbDataSource? Server => provider.Server;

    public Writer Writer => writer.Value;

    public Reader Reader { get; }

    public Bell Bell => bell.Value;

    /// <summary>Opens and checks everything that can be checked before the first write.</summary>
    /// <exception cref="StartupRefused">Something is wrong; the message says what, where, and what to do.</exception>
    public static Database Open(DatabaseOptions settings)
    {
        var provider = Provider.For(settings);
        try
        {
            var warnings = provider.Check();
            using var db = provider.NewDb(provider.DbOptions(connection: null));
            Schema.RefuseNewer(db, provider.Place);
            var canary = Schema.Canary(db);
            var vault = new Vault(MasterKey.Load(settings, alreadySealed: canary is not null));
            if (canary is { } value) CheckKey(vault, value, settings.MasterKeyFile, provider.Place);
            return new Database(provider, vault, warnings);
        }
        catch
        {
            provider.Dispose();
            throw;
        }
    }

    /// <summary>Brings the tables up to this version. Several may call it at once; one does it, the others wait.</summary>
    /// <exception cref="StartupRefused">It failed, or another process does not come to an end with it.</exception>
    public void Migrate()
    {
        try
        {
            using var alone = provider.LockMigration();
            using var db = NewDb();
            Schema.RefuseNewer(db, provider.Place);
            // EF would first compare the whole model with the newest migration, at every start; a test of ours does that once.
            if (Schema.IsBehind(db)) db.Database.Migrate();
            Schema.PlantCanary(db, Vault);
        }
        catch (DbException e)
        {
            throw new StartupRefused($"{provider.Place} could not be brought up to this version ({e.Message}); nothing was lost: cure the cause and start again.", e);
        }
    }

    /// <summary>For a host that sends, until it is disposed or its process dies. On SQLite there is one such place.</summary>
    /// <returns>True when nobody else sends now, so that leases of an earlier life can be ended at once.</returns>
    /// <exception cref="StartupRefused">Another process has the only place.</exception>
    public bool TakePlace()
    {
        var taken = provider.TakePlace();
        place = taken.Held;
        return taken.Alone;
    }

    /// <summary>The tables are older than this version: the bot has not brought them up yet.</summary>
    public bool AwaitsMigration()
    {
        using var db = NewDb();
        return Schema.IsBehind(db);
    }

    /// <summary>For hosts that do not migrate.</summary>
    /// <exception cref="StartupRefused">The tables are not those of this version.</exception>
    public void RequireSchema()
    {
        using var db = NewDb();
        Schema.RefuseNewer(db, provider.Place);
        Schema.RefuseOlder(db, provider.Place);
    }

    /// <summary>Makes a new master key in a new file, and seals anew with it; the old file still opens older backups.</summary>
    /// <returns>How many values have it now.</returns>
    /// <exception cref="StartupRefused">The file is there already, or a host still sends.</exception>
    public async Task<int> RotateTo(string keyFile)
    {
        if (!TakePlace()) throw new StartupRefused("A bot is running; stop bot and admin first: they hold the old key in memory.");
        var key = MasterKey.MakeNew(keyFile);
        return await Writer.Write(unit => Rotation.To(unit, key));
    }

    /// <summary>For hosts, once the tables are there: keys of members whom another process erases leave this one's memory too, within seconds.</summary>
    public void ForgetErased(TimeProvider time) => erased ??= new ErasedKeys(this, time);

    /// <summary>A context with a connection of its own, for reading in cold features. Writing goes through the writer.</summary>
    public ConciergeDb NewDb() => provider.NewDb(options);

    public void Dispose()
    {
        erased?.Dispose();
        if (bell.IsValueCreated) bell.Value.Dispose();
        if (writer.IsValueCreated) writer.Value.Dispose();
        Reader.Dispose();
        place?.Dispose();
        provider.Dispose();
        Vault.Dispose();
    }

    private static void CheckKey(Vault vault, Sealed canary, string file, string place)
    {
        try { vault.CheckCanary(canary); }
        catch (CannotOpen e)
        {
            throw new StartupRefused($"The master key in {file} (Security:MasterKeyFile) is not the one {place} was sealed with; put the right file there.", e);
        }
    }
}
