using System.Text;
using Concierge.Core.Board;
using Concierge.Core.Broadcasts;
using Concierge.Core.Conversations;
using Concierge.Core.FollowUp;
using Concierge.Core.Handoff;
using Concierge.Core.Seminars;
using Xunit;

namespace Concierge.CoreTests.Conversations;

/// <summary>docs/flows.md is written from the machines themselves, so it cannot be stale.</summary>
public sealed class FlowsDocTests
{
    [Fact]
    public void The_page_of_flows_is_what_the_machines_are()
    {
        var drawn = Draw();
        Assert.SkipWhen(Root() is null, "The tests run outside a checkout: there is no docs folder to hold the machines against.");
        var path = Path.Combine(Root()!, "docs", "flows.md");
        if (Environment.GetEnvironmentVariable("CONCIERGE_WRITE_DOCS") == "1") File.WriteAllText(path, drawn);
        Assert.True(
            File.Exists(path) && File.ReadAllText(path) == drawn,
            "docs/flows.md is not what the machines are. Write it anew: CONCIERGE_WRITE_DOCS=1 dotnet test --project tests/Core.Tests");
    }

    private static string Draw()
    {
        var page = new StringBuilder("# Flows\n\nWritten by a test from the machines in `src/Core`: do not edit.\n");
        // Some only show, and have no machine.
        foreach (var flow in new Engine(Questionnaires.Embedded).Flows.Where(flow => flow.Draw().Length > 0))
            Add(page, flow.Name, flow.Draw());
        page.Append("\n# Life-cycles\n");
        Add(page, "reservation", Reservation.Draw());
        Add(page, "post", Listing.Draw());
        Add(page, "wave", Wave.Draw());
        Add(page, "case", HandoffCase.Draw());
        Add(page, "referral", Referral.Draw());
        Add(page, "broadcast", Broadcast.Draw());
        return page.ToString();
    }

    private static void Add(StringBuilder page, string name, string drawn) =>
        page.Append($"\n## {name}\n\n```mermaid\n{drawn.ReplaceLineEndings("\n").Trim()}\n```\n");

    private static string? Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Concierge.sln"))) folder = folder.Parent;
        return folder?.FullName;
    }
}
