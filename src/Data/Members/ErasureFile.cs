using System.Text;

namespace Concierge.Data;

/// <summary>
/// The ledger of erasures outside the database: a restored backup knows nothing of those who left after it was made. One
/// line each, only ever appended to.
/// </summary>
/// <param name="path">Not in the backup of the database; kept as long as the oldest backup.</param>
public sealed class ErasureFile(string path)
{
    public IReadOnlyList<Erasure> Read() => File.Exists(path) ? [.. File.ReadLines(path).Select(Erasure.Parse).OfType<Erasure>()] : [];

    /// <summary>On the disk when it returns.</summary>
    public void Append(IEnumerable<Erasure> erasures)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder) Directory.CreateDirectory(folder);
        using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
        // A line that a crash cut off must not swallow the next one.
        file.Write(Encoding.UTF8.GetBytes(string.Concat(erasures.Select(e => $"\n{e.Write()}"))));
        file.Flush(flushToDisk: true);
    }
}
