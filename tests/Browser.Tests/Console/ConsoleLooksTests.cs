using Concierge.BrowserTests.Looks;
using Concierge.Core.Board;
using Concierge.Core.Staff;
using Concierge.Data;
using Concierge.SystemTests.Admin;
using Concierge.SystemTests.Data;
using Xunit;

namespace Concierge.BrowserTests.Console;

/// <summary>Every page of the console on a narrow window, with large letters, at 200 % and on a desk's screen: nothing is cut, axe finds nothing; pictures to be looked at.</summary>
public sealed class ConsoleLooksTests(Chromium chromium) : ConsoleTest(chromium)
{
    private const int DeskWidth = 1280, DeskHeight = 800;

    public static TheoryData<Look> Looks => [.. Enum.GetValues<Look>()];

    [Theory, MemberData(nameof(Looks))]
    public async Task The_way_in_can_be_read(Look look)
    {
        await Desk.Hires("sato", "窓口 佐藤", Role.Desk);
        await Page.GotoAsync("/sign-in");
        await Page.SetTo(look);
        await Reads("sign-in", look);
        await Writes("利用者ID", "sato");
        await Writes("パスワード", "wrong");
        await Presses("サインインする");
        await Reads("sign-in-wrong", look);

        await Change("sato", staff => staff.MustChangePassword = true);
        await Writes("パスワード", SystemTests.Admin.Desk.Password);
        await Presses("サインインする");
        await Sees("パスワードを決める");
        await Reads("first-password", look);
        await Writes("新しいパスワード", "a good long sentence");
        await Writes("新しいパスワード（もう一度）", "a good long sentence");
        await Presses("このパスワードにする");
        await Sees("ホーム");
        await Reads("home-desk", look);

        await Change("sato", staff => (staff.TwoFactor, staff.AuthenticatorKey) = (true, Admin.SignIn.Authenticator.New().Seal(Desk.Database.Vault)));
        await Presses("サインアウト");
        await Writes("利用者ID", "sato");
        await Writes("パスワード", "a good long sentence");
        await Presses("サインインする");
        await Sees("番号の確認");
        await Reads("code", look);
    }

    [Theory, MemberData(nameof(Looks))]
    public async Task What_is_ones_own_can_be_read(Look look)
    {
        await SignsIn("suzuki", "事務局 鈴木", Role.Secretariat);
        await Page.SetTo(look);
        await Reads("home", look);
        await OpensMenu();
        await Reads("menu", look);
        await Follows("事務局 鈴木");
        await Sees("自分のアカウント");
        await Reads("me", look);
        await Presses("設定をはじめる");
        await Page.GetByText("カメラが使えないとき").ClickAsync();
        await Reads("device", look);
        await Page.GotoAsync("/accounts");
        await Reads("no-right", look);
        await Page.GotoAsync("/no/such/page");
        await Reads("no-page", look);
        await Page.GotoAsync("/reference");
        await Reads("reference", look);
    }

    [Theory, MemberData(nameof(Looks))]
    public async Task Accounts_can_be_read(Look look)
    {
        await Desk.Hires("sato", "窓口 佐藤", Role.Desk);
        await Desk.Hires("tanaka", "柏の葉 田中", Role.Partner, "柏の葉");
        await SignsIn("admin", "管理者 高橋", Role.Administrator);
        await Page.SetTo(look);
        await Reads("home-administrator", look);
        await Follows("アカウント");
        await Sees("アカウント");
        await Reads("accounts", look);
        await Follows("アカウントを作る");
        await Sees("アカウントを作る");
        await Reads("account-new", look);
        await Page.GotoAsync("/accounts/tanaka");
        await Reads("account", look);
        await Presses("はじめのパスワードを出す");
        await Sees("はじめのパスワード");
        await Reads("account-once", look);
    }

    [Theory, MemberData(nameof(Looks))]
    public async Task The_work_of_the_day_can_be_read(Look look)
    {
        await Desk.Hanako();
        await Desk.HanakoApplies(Desk.Database.Reader.Read(unit => unit.Db.Set<Listing>().First().Id));
        await Desk.SomethingWentWrong();
        await Desk.BooksByTelephone("demo-1", "山田 花子", "04-7100-0000");
        await SignsIn("suzuki", "事務局 鈴木", Role.Secretariat);
        await Page.SetTo(look);
        await Reads("home-busy", look);
        foreach (var (place, name) in new[] { ("会員", "members"), ("教室", "seminars"), ("しごと", "posts"), ("未送信", "unsent") })
        {
            await Follows(place);
            await Sees(place);
            await Reads(name, look);
        }
        await Page.GotoAsync("/members/" + Some.Hanako);
        await Reads("member", look);
        await Page.GotoAsync("/seminars/demo-1");
        await Reads("seminar", look);
        await Follows("受付用の名簿（印刷）");
        await Sees("受付の名簿");
        await Reads("door", look);
    }

    [Theory, MemberData(nameof(Looks))]
    public async Task What_runs_by_itself_can_be_read(Look look)
    {
        await Desk.JobsRan();
        await SignsIn("admin", "管理者 高橋", Role.Administrator);
        await Page.SetTo(look);
        await Follows("定期処理");
        await Sees("定期処理");
        await Page.GetByText("最近の記録").First.ClickAsync();
        await Reads("schedule", look);
        Desk.Time.Advance(TimeSpan.FromMinutes(10));
        await Page.ReloadAsync();
        await Sees("定期処理");
        await Reads("schedule-overdue", look);
    }

    [Theory, MemberData(nameof(Looks))]
    public async Task The_audit_trail_can_be_read(Look look)
    {
        await Desk.Hires("sato", "窓口 佐藤", Role.Desk);
        await SignsIn("watanabe", "監査 渡辺", Role.Auditor);
        await Page.SetTo(look);
        await Follows("監査");
        await Sees("監査");
        await Reads("audit", look);
        await Follows("記録が変えられていないか確かめる");
        await Sees("監査の記録の確認");
        await Reads("audit-verified", look);
    }

    private Task Change(string id, Action<StaffEntry> change) => Desk.Database.Writer.Write(unit => change(unit.Db.Set<StaffEntry>().Find(id)!));

    private async Task Reads(string name, Look look)
    {
        await Eyes.Sees(Page, $"console-{name}", look);
        if (look != Look.Usual) return;
        var narrow = Page.ViewportSize!;
        await Page.SetViewportSizeAsync(DeskWidth, DeskHeight);
        await Eyes.Look(Page, $"console-{name}-wide");
        await Page.SetViewportSizeAsync(narrow.Width, narrow.Height);
    }
}
