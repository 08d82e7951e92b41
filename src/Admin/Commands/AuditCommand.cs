using System.CommandLine;
using System.Globalization;
using Concierge.Data;

namespace Concierge.Admin.Commands;

/// <summary><c>audit head</c> is to be written down elsewhere; <c>audit verify</c> finds what was changed since.</summary>
public static class AuditCommand
{
    public static Command Make() => new("audit", "The audit trail") { Head(), Verify() };

    private static Command Head()
    {
        var command = new Command("head", "Print the end of the chain, as NUMBER:HASH, to keep outside this machine");
        command.SetAction((_, _) => CommandLine.With((database, _) =>
        {
            var head = database.Reader.Read(AuditTrail.Head);
            Console.WriteLine($"{head.Seq}:{Convert.ToHexStringLower(head.Hash)}");
            return Task.FromResult(0);
        }));
        return command;
    }

    private static Command Verify()
    {
        var known = new Option<string?>("--head") { Description = "An end that was written down earlier, as audit head printed it" };
        var command = new Command("verify", "Check every entry; exit status 1 when one cannot be trusted") { known };
        command.SetAction((parsed, _) => CommandLine.With((database, _) =>
        {
            var fault = database.Reader.Read(unit => AuditTrail.FirstFault(unit, Read(parsed.GetValue(known))));
            Console.WriteLine(fault is null ? "The audit trail holds." : $"Entry {fault.Seq}: {fault.Reason}.");
            return Task.FromResult(fault is null ? 0 : 1);
        }));
        return command;
    }

    private static AuditHead? Read(string? head) => head?.Split(':') is [var seq, var hash]
        ? new AuditHead(long.Parse(seq, CultureInfo.InvariantCulture), Convert.FromHexString(hash))
        : head is null ? null : throw new StartupRefused($"--head is \"{head}\"; it must be what audit head printed.");
}
