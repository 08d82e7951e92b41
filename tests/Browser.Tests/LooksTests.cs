using Concierge.BrowserTests.Looks;
using Concierge.BrowserTests.Pages;
using Microsoft.Playwright;
using Xunit;

namespace Concierge.BrowserTests;

/// <summary>Every page with old eyes: at LINE's usual and largest letters, and at the browser's letters and twice that.</summary>
public sealed class PhoneLooksTests(Chromium chromium) : BrowserTest(chromium)
{
    [Theory, InlineData("standard"), InlineData("huge")]
    public async Task The_talk_can_be_read(string letters)
    {
        await Sees("friend", await PhoneOf("新しい人", letters));
        var hanako = await AnsweredOnLine("花子", 0);
        var phone = await PhoneOf("花子", letters);
        await Sees("consent", phone);
        await Answers(phone, "いつが よろしいですか。");
        await phone.Taps("☐ 午前");
        await Sees("several", phone);
        await phone.Taps("決定");
        await Sees("many", phone);
        await Answers(phone, "「施設で 食事をくばる」");
        await Sees("pile", phone);
        await Answers(phone, "のこりは LINEには 残さず 市のページで うかがいます。");
        await Sees("door", phone);
        await phone.Says("とばす");
        await Sees("summary", phone);
        await phone.TapsQuick("これでよい");
        await Sees("card", phone);
        await phone.TapsQuick("メニュー");
        await Sees("menu", phone);
        await phone.Taps("わたし");
        await Sees("me", phone);
        // By now the talk holds a bubble of every kind.
        if (letters == "standard") await Eyes.Read(phone.Page, "talk", strict: false);

        Task Sees(string name, PhonePage of) => Eyes.Look(of.Page, $"phone-{name}-{letters}");
    }

    [Theory, InlineData("standard"), InlineData("huge")]
    public async Task What_opens_over_the_talk_can_be_read(string letters)
    {
        await AnsweredOnLine("花子", 1);
        var phone = await PhoneOf("花子", letters);
        await phone.Button("スタンプ").ClickAsync();
        await Sees("stickers", read: true);
        await phone.Button("写真・位置情報").ClickAsync();
        await Sees("attachments");
        await phone.Button("位置情報").ClickAsync();
        await Sees("places", read: true);
        await phone.Button("キャンセル").ClickAsync();
        await phone.OpensMenu();
        await Sees("talk-menu");
        await phone.Button("通知の見え方").ClickAsync();
        await Sees("notifications", read: true);
        await phone.Button("トークにもどる").ClickAsync();
        await phone.Blocks();
        await Sees("blocked");

        async Task Sees(string name, bool read = false)
        {
            await Eyes.Look(phone.Page, $"phone-{name}-{letters}");
            if (read && letters == "standard") await Eyes.Read(phone.Page, name, strict: false);
        }
    }

    /// <summary>Answers in the quick way until this is asked.</summary>
    private async Task Answers(PhonePage phone, string question)
    {
        for (var i = 0; i < 60 && !phone.Person.FromBot[^1].Text.Contains(question, StringComparison.Ordinal); i++) await AnswersFirst(phone);
        await phone.Sees(question);
    }

    private async Task AnswersFirst(PhonePage phone)
    {
        var person = phone.Person;
        await Does(() => person.Taps(person.FromBot[^1].Buttons[0].Label));
        if (person.FromBot[^1].Buttons.Any(button => button.Label == "決定")) await Does(() => person.Taps("決定"));
    }
}
