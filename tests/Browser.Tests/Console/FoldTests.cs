using Concierge.Core.Staff;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Concierge.BrowserTests.Console;

/// <summary>What the browser refuses in a fold is seen: no button does nothing.</summary>
public sealed class FoldTests(Chromium chromium) : DeskTest(chromium)
{
    [Theory]
    [InlineData("/posts/1/edit", "緯度", "")]
    [InlineData("/seminars/new?template=6", "空いた席を取っておく時間", "0")]
    public async Task A_field_that_is_refused_opens_its_fold(string address, string label, string wrong)
    {
        var suzuki = await ConsoleOf("suzuki", "事務局 鈴木", role: Role.Secretariat);
        await suzuki.GotoAsync(address);
        var fold = suzuki.Locator("form details");
        await fold.Locator("summary").ClickAsync();
        await suzuki.GetByLabel(label).FillAsync(wrong);
        await fold.Locator("summary").ClickAsync();
        await Expect(suzuki.GetByLabel(label)).ToBeHiddenAsync();
        await suzuki.Locator("form button.main").ClickAsync();
        await Expect(suzuki.GetByLabel(label)).ToBeVisibleAsync();
        Assert.Empty(Complaints);
    }
}
