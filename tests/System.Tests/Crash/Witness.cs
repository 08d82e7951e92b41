using System.Text.Json;
using Concierge.Data;
using Concierge.LineSimulator;

namespace Concierge.SystemTests.Crash;

/// <summary>Sees what LINE sees while it happens, and when a bot is killed. Whoever waits for something waits here.</summary>
public sealed class Witness
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly Lock _gate = new();
    private readonly Timeline _timeline;
    private readonly Dictionary<string, Deed> _deeds = [];
    private readonly Dictionary<string, List<Deed>> _byPerson = [];
    private readonly List<Deed> _inOrder = [];
    private readonly List<Spoken> _calls = [];
    private readonly HashSet<string> _onThePhone = [];
    private TaskCompletionSource _bell = NewBell();
    private bool _dying;

    private readonly Func<string, string> _means;

    /// <param name="means">What a button does, from what it carries: each message that shows it again gives it other bytes.</param>
    public Witness(Simulator line, Timeline timeline, Func<string, string>? means = null)
    {
        (_timeline, _means) = (timeline, means ?? (data => data));
        line.Delivered += Sees;
        line.Called += Hears;
    }

    /// <summary>Replies and pushes that LINE has carried out or refused.</summary>
    public int Calls { get { lock (_gate) return _calls.Count; } }

    /// <summary>Replies and pushes after which the bot cannot know what came of them, without those that a kill cut off.</summary>
    public int LostAnswers { get { lock (_gate) return _calls.Count(call => !call.Told); } }

    public int Pushes { get { lock (_gate) return _calls.Count(call => call is { Via: OutboxKind.Push, Done: true }); } }

    /// <summary>Events that the bot has answered for with 200.</summary>
    public int Acknowledged { get; private set; }

    /// <summary>How often a bot has become ready.</summary>
    public int Lives { get; private set; }

    /// <summary>Webhooks that were answered with 200 once more.</summary>
    public int Duplicates { get; private set; }

    /// <summary>Done when the condition holds; it is looked at whenever something was seen.</summary>
    /// <exception cref="TimeoutException">It never came to that.</exception>
    public async Task Until(Func<bool> condition, string what)
    {
        using var tooLong = new CancellationTokenSource(Patience);
        while (true)
        {
            Task rings;
            lock (_gate)
            {
                if (condition()) return;
                rings = _bell.Task;
            }
            try { await rings.WaitAsync(tooLong.Token); }
            catch (OperationCanceledException) { throw new TimeoutException($"It never came to this: {what}."); }
        }
    }

    /// <summary>Something changed that this witness does not see, and somebody may wait for.</summary>
    public void Ring()
    {
        lock (_gate) RingNow();
    }

    /// <summary>The bot has answered 200 for the last thing that this person did.</summary>
    public bool HasLast(string person)
    {
        lock (_gate) return !_byPerson.TryGetValue(person, out var all) || all[^1].Acknowledged;
    }

    /// <summary>How many things this person has done since the last one whose answer is on the phone.</summary>
    public int Ahead(string person)
    {
        lock (_gate)
        {
            if (!_byPerson.TryGetValue(person, out var all)) return 0;
            var answered = all.FindLastIndex(IsAnswered);
            return all.Skip(answered + 1).Count(deed => !deed.Again);
        }
    }

    /// <summary>A bot dies: what is not yet on the phone, or is answered for by its last breath, may have been on its way.</summary>
    public void Dies()
    {
        lock (_gate)
        {
            _dying = true;
            foreach (var deed in _inOrder.Where(deed => !IsAnswered(deed))) deed.AtAKill = true;
            _timeline.Add("the bot is killed");
        }
    }

    /// <summary>A bot is ready.</summary>
    public void IsBack()
    {
        lock (_gate)
        {
            _dying = false;
            Lives++;
            RingNow();
        }
    }

    public (IReadOnlyList<Happened> Events, IReadOnlyList<Call> Calls) Tells()
    {
        lock (_gate)
        {
            var whose = _inOrder.SelectMany(deed => deed.Names.Select(name => (name, deed.Id))).ToDictionary(one => one.name, one => one.Id);
            return (
                [.. _inOrder.Select(deed => new Happened(deed.Id, deed.Person, deed.AtAKill, deed.Again))],
                [.. _calls.Select(call => new Call(whose.GetValueOrDefault(call.Name), call.Via, call.Done, call.Told))]);
        }
    }

    /// <summary>Everything that happened around an event.</summary>
    public string About(string eventId)
    {
        lock (_gate)
        {
            if (!_deeds.TryGetValue(eventId, out var deed)) return "";
            var did = _byPerson[deed.Person].TakeWhile(one => one != deed).Append(deed).TakeLast(4).Select(one => one.Press is { } press ? _means(press) : "words");
            return $"{string.Join(" > ", did)}\n{_timeline.About([eventId, .. deed.Names])}";
        }
    }

    /// <summary>What each person did, in order; by LINE user id.</summary>
    public IReadOnlyDictionary<string, (string Id, byte[] Raw)[]> Deeds()
    {
        lock (_gate) return _byPerson.ToDictionary(one => one.Key, one => one.Value.Select(deed => (deed.Id, deed.Raw)).ToArray());
    }

    private void Sees(SentWebhook webhook)
    {
        using var body = JsonDocument.Parse(webhook.Body);
        lock (_gate)
        {
            foreach (var json in body.RootElement.GetProperty("events").EnumerateArray()) Sees(json, webhook.Answer);
            RingNow();
        }
    }

    private void Sees(JsonElement json, WebhookAnswer answer)
    {
        var deed = Find(Deed.Read(json));
        _timeline.Add($"webhook: {answer.Status?.ToString() ?? answer.Reason}", deed.Id);
        if (!answer.IsOk) return;
        if (deed.Acknowledged) Duplicates++;
        else Acknowledged++;
        deed.Acknowledged = true;
        deed.AtAKill |= _dying;
    }

    private Deed Find(Deed read)
    {
        if (_deeds.TryGetValue(read.Id, out var known)) return known;
        _inOrder.Add(_deeds[read.Id] = read);
        if (!_byPerson.TryGetValue(read.Person, out var all)) _byPerson[read.Person] = all = [];
        read.Again = read.Press is { } press && all.Any(before => before.Press is { } known && _means(known) == _means(press));
        all.Add(read);
        return read;
    }

    private void Hears(RecordedRequest request)
    {
        if (Spoken.Read(request) is not { } call) return;
        lock (_gate)
        {
            _calls.Add(call);
            if (call.Done) _onThePhone.Add(call.Name);
            _timeline.Add($"{call.Via}: {request.Status}{(request.Cut ? " cut" : "")}{(call.Done ? ", on the phone" : "")}", call.Name);
            RingNow();
        }
    }

    // By name, since an answer may come before the webhook it answers has been answered itself.
    private bool IsAnswered(Deed deed) => deed.Names.Any(_onThePhone.Contains);

    private void RingNow()
    {
        _bell.SetResult();
        _bell = NewBell();
    }

    private static TaskCompletionSource NewBell() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
