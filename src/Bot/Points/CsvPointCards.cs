using Concierge.Core.Points;

namespace Concierge.Bot.Points;

/// <summary>
/// Looks in the operator's nightly file. A new file is read when it is there; one that is half written or broken is refused as
/// a whole, and the one before it stays.
/// </summary>
public sealed partial class CsvPointCards(PointsOptions options, ILogger<CsvPointCards> log) : IPointCards
{
    private readonly Lock _gate = new();
    private CardFile? _file;
    private (DateTime Written, long Length)? _seen;

    public Task<CardAnswer> Look(PointCard card, CancellationToken cancel)
    {
        if (options.File is null) return Task.FromResult<CardAnswer>(new CardAnswer.Silent("not-set-up", Passing: false));
        return Task.FromResult(Newest(options.File)?.Look(card) ?? new CardAnswer.Silent("no-file", Passing: false));
    }

    private CardFile? Newest(string path)
    {
        lock (_gate)
        {
            try
            {
                var found = new FileInfo(path);
                if (!found.Exists) return _file;
                var stamp = (found.LastWriteTimeUtc, found.Length);
                if (stamp == _seen) return _file;
                _file = CardFile.Read(File.ReadAllBytes(path));
                _seen = stamp;
                LogTaken(_file.AsOf, _file.Count);
            }
            catch (FormatException broken)
            {
                // Not marked as seen: it may be growing still, and its time of writing is no proof that it has stopped.
                LogRefused(broken.Message);
            }
            catch (Exception world) when (world is IOException or UnauthorizedAccessException)
            {
                LogRefused(world.GetType().Name);
            }
            return _file;
        }
    }

    [LoggerMessage(EventId = 401, Level = LogLevel.Information, Message = "Point file of {AsOf} is taken: {Cards} cards")]
    private partial void LogTaken(DateTimeOffset asOf, int cards);

    [LoggerMessage(EventId = 402, Level = LogLevel.Error, Message = "The point file is refused, the one before it stays: {Reason}")]
    private partial void LogRefused(string reason);
}
