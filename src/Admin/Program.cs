using Concierge.Admin;
using Concierge.Admin.Commands;
using Concierge.Admin.SignIn;
using Concierge.Data;

// The desk's side: staff oversee, answer and look things up. Never speaks with LINE.
try
{
    if (CommandLine.IsMeant(args)) return await CommandLine.Run(args);
    await using var app = AdminHost.Build(args);
    await AdminHost.Start(app);
    await FirstAccounts.Make(app, Console.Out);
    await app.WaitForShutdownAsync();
    return 0;
}
catch (StartupRefused refused)
{
    Console.Error.WriteLine(refused.Message);
    return 1;
}
