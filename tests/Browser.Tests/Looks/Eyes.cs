using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace Concierge.BrowserTests.Looks;

/// <summary>What old eyes and a screen reader would stumble over.</summary>
public static class Eyes
{
    private static readonly AxeRunOptions Strict = new()
    {
        ResultTypes = [ResultType.Violations],
        // 7:1 for everything that is read, where the usual rule asks for 4.5:1.
        Rules = new() { ["color-contrast-enhanced"] = new() { Enabled = true }, ["target-size"] = new() { Enabled = true } },
    };

    /// <summary>Nothing is cut off or wider than the screen; a picture is kept.</summary>
    public static async Task Look(IPage page, string name, bool whole = false)
    {
        await (whole ? Album.KeepWhole(page, name) : Album.Keep(page, name));
        foreach (var frame in page.Frames)
        {
            var cut = await frame.EvaluateAsync<string[]>(Cut);
            Assert.True(cut is [], $"{name}: {string.Join("; ", cut)}");
        }
    }

    /// <summary>Both, as somebody has set the browser. Zoomed it is the same page, only narrower: axe has read it before.</summary>
    public static async Task Sees(IPage page, string name, Look look)
    {
        await Look(page, $"{name}-{look.ToString().ToLowerInvariant()}", whole: true);
        if (look != Looks.Look.Zoomed) await Read(page, $"{name}, {look}");
    }

    /// <summary>axe finds nothing on the page and in its frames, at the strict contrast on our own pages.</summary>
    public static async Task Read(IPage page, string name, bool strict = true)
    {
        var found = strict ? await page.RunAxe(Strict) : await page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
        Assert.True(found.Violations is [], $"{name}: {string.Join("\n", found.Violations.Select(Describe))}");
    }

    private static string Describe(AxeResultItem item) =>
        $"{item.Id}: {item.Help}\n{string.Join("\n", item.Nodes.Take(3).Select(node => $"  {node.Html}\n    {string.Join(" ", node.Any.Concat(node.All).Concat(node.None).Select(c => c.Message))}"))}";

    /// <summary>
    /// Words that stand outside the box that holds them, unless they can be scrolled to; in a narrow window tables need no scrolling, for every cell has
    /// the name of its column.
    /// </summary>
    private const string Cut = """
        () => {
          // Letter by letter, because a space at the end of a line hangs out of its box and nobody misses it.
          const seen = node => {
            const range = document.createRange();
            let [left, right] = [Infinity, -Infinity];
            for (const letter of node.textContent.matchAll(/\S/g)) {
              range.setStart(node, letter.index);
              range.setEnd(node, letter.index + 1);
              const place = range.getBoundingClientRect();
              [left, right] = [Math.min(left, place.left), Math.max(right, place.right)];
            }
            return { left, right };
          };
          const cut = [];
          const page = document.scrollingElement;
          if (page.scrollWidth > page.clientWidth) cut.push(`the page is ${page.scrollWidth} px wide, the screen ${page.clientWidth}`);
          for (const table of document.querySelectorAll(".table")) {
            if (innerWidth <= 640 && table.scrollWidth > table.clientWidth) cut.push(`${table.ariaLabel} scrolls sideways`);
            const heads = [...table.querySelectorAll("thead th")].map(head => head.textContent).join();
            for (const row of table.querySelectorAll("tbody tr"))
              if ([...row.children].map(cell => cell.dataset.head).join() !== heads) cut.push(`${row.textContent} does not stand under ${heads}`);
          }
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const words = walker.currentNode.textContent.trim();
            const holder = walker.currentNode.parentElement;
            if (!words || !holder.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || holder.closest(".spoken, [aria-hidden=true], .browser-bar")) continue;
            const text = seen(walker.currentNode);
            for (let box = holder; box && box !== document.body; box = box.parentElement) {
              const how = getComputedStyle(box).overflowX;
              if (how === "auto" || how === "scroll") break;
              const room = box.getBoundingClientRect();
              // For ears alone: a box of one pixel is how others hide what only a screen reader says.
              if (room.width <= 1.5 && room.height <= 1.5) break;
              if (how !== "visible" && (text.left < room.left - 1 || text.right > room.right + 1)) { cut.push(`「${words}」 is cut`); break; }
            }
          }
          return cut;
        }
        """;
}
