using Concierge.Admin;

// The desk's side: staff oversee and try things out. Never speaks with LINE.
await using var app = AdminHost.Build(args);
await app.RunAsync();
