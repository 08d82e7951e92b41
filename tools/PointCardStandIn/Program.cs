using Concierge.PointCardStandIn;

// A server as docs/point-card-api.md describes it, to try the concierge against: one card, and whatever token comes first.
await using var standIn = await StandIn.Start(args is [var address, ..] ? address : "http://127.0.0.1:5400", "stand-in-token");
standIn.Cards[("1234567890123456", "1950-04-01")] = StandIn.Sample;
Console.WriteLine($"Point cards at {standIn.Url}; Points__Source=Http Points__ApiBase={standIn.Url} Points__Token=stand-in-token");
await standIn.Stopped();
