using Concierge.Data;

namespace Concierge.Bench;

/// <summary>What to measure: <c>--bot DIR</c> (published build), <c>--people 64,512</c>, <c>--stored 0,1000</c>, <c>--seconds 10</c>, <c>--provider Sqlite</c>; or <c>--search 1000000</c>: a search among so many messages.</summary>
public sealed record Settings(string BotFolder, int[] People, int[] Stored, TimeSpan Warmup, TimeSpan Measured, string Provider, string? Postgres, int? Search)
{
    public static Settings From(string[] args) => new(
        Path.GetFullPath(Value(args, "--bot", "var/bench/bot")),
        Numbers(Value(args, "--people", "64,512")),
        Numbers(Value(args, "--stored", "0")),
        TimeSpan.FromSeconds(int.Parse(Value(args, "--warmup", "5"))),
        TimeSpan.FromSeconds(int.Parse(Value(args, "--seconds", "10"))),
        Value(args, "--provider", "Sqlite"),
        Environment.GetEnvironmentVariable("CONCIERGE_TEST_POSTGRES"),
        int.TryParse(Value(args, "--search", ""), out var messages) ? messages : null);

    private static string Value(string[] args, string name, string otherwise) =>
        Array.IndexOf(args, name) is var at and >= 0 ? args[at + 1] : otherwise;

    private static int[] Numbers(string list) => [.. list.Split(',').Select(int.Parse)];
}

/// <summary>A folder for one database and its key, gone at the end.</summary>
public sealed class Place : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("concierge-bench-").FullName;

    public Place(Settings settings)
    {
        Provider = settings.Provider;
        ConnectionString = settings.Provider == "Postgres"
            ? settings.Postgres ?? throw new InvalidOperationException("CONCIERGE_TEST_POSTGRES is not set.")
            : $"Data Source={Path.Combine(_folder, "concierge.db")}";
    }

    public string Provider { get; }

    public string ConnectionString { get; }

    public DatabaseOptions Options => new()
    {
        Provider = Enum.Parse<DatabaseProvider>(Provider), ConnectionString = ConnectionString, MasterKeyFile = KeyFile, Development = true,
    };

    public string KeyFile => Path.Combine(_folder, "master.key");

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
