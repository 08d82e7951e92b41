using System.CommandLine;
using Concierge.Admin.Staff;
using Concierge.Core.Staff;
using Concierge.Data;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Admin.Commands;

/// <summary><c>token create|list|revoke</c>: the first token must come from somewhere else than the API.</summary>
public static class TokenCommand
{
    private const string Actor = "command";

    public static Command Make() => new("token", "Bearer tokens of the admin API") { Create(), List(), Revoke() };

    private static Command Create()
    {
        var name = new Option<string>("--name") { Required = true, Description = "What it is for" };
        var role = new Option<string>("--role") { Required = true, Description = string.Join(", ", Enum.GetValues<Role>().Select(Rights.Name)) };
        var days = new Option<int>("--days") { Required = true, Description = "How long it is good, 1 to 366" };
        var scope = new Option<string?>("--scope") { Description = "Of a partner: its area" };
        var command = new Command("create", "Make a token; it is printed once and stored nowhere") { name, role, days, scope };
        command.SetAction((parsed, _) => CommandLine.With(async (database, now) =>
        {
            var wanted = new TokensApi.Wanted(parsed.GetValue(name), parsed.GetValue(role), parsed.GetValue(scope), parsed.GetValue(days));
            var made = await database.Writer.Write(unit => TokensApi.Make(unit, wanted, Guid.CreateVersion7().ToString("N"), Actor, now));
            Console.WriteLine(made.Token);
            return 0;
        }));
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "Tokens, the newest first");
        command.SetAction((_, _) => CommandLine.With((database, now) =>
        {
            foreach (var token in database.Reader.Read(unit => unit.Db.Set<TokenEntry>().AsNoTracking().OrderByDescending(t => t.CreatedAt).ToList()))
                Console.WriteLine($"{token.Id}  {(token.RevokedAt is not null ? "revoked" : token.ExpiresAt <= now ? "expired" : "live   ")}  {token.Role.Name()}  {TokyoTime.Write(token.ExpiresAt)}  {token.Name}");
            return Task.FromResult(0);
        }));
        return command;
    }

    private static Command Revoke()
    {
        var id = new Argument<string>("id") { Description = "As token list shows it" };
        var command = new Command("revoke", "Revoke a token at once") { id };
        command.SetAction((parsed, _) => CommandLine.With(async (database, now) =>
        {
            var known = await database.Writer.Write(unit =>
            {
                var found = Tokens.Revoke(unit, parsed.GetValue(id)!, now);
                if (found) AuditTrail.Append(unit, now, Actor, "revoke", "token/" + parsed.GetValue(id));
                return found;
            });
            Console.WriteLine(known ? "Revoked." : "There is no token of that id.");
            return known ? 0 : 1;
        }));
        return command;
    }
}
