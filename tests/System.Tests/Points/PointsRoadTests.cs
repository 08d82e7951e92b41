using System.Text;
using Concierge.Data;
using Concierge.PointCardStandIn;
using Concierge.SystemTests.Data;
using Concierge.SystemTests.Road;
using Xunit;

namespace Concierge.SystemTests.Points;

/// <summary>A card on the real bot: asked after the commit, answered through the inbox, whatever happens on the way.</summary>
public sealed class PointsRoadTests
{
    private const string Number = "1234567890123456", Born = "昭和25年4月1日", Balance = "1,240", Token = "token-1";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_server_that_sleeps_for_a_moment_is_asked_again(DatabaseProvider provider)
    {
        await using var standIn = await Operator();
        await using var town = await Asking(provider, standIn);
        standIn.Next(CardFault.Sleeps);
        standIn.Next(CardFault.Cuts);
        var hanako = await Links(town);
        await hanako.Sees("調べています");

        await town.Passes(TimeSpan.FromSeconds(1));
        await town.Passes(TimeSpan.FromSeconds(2));
        await hanako.Reads();
        await hanako.Sees(Balance);
        Assert.Equal(["linked", "found"], LookUps(town));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task After_a_minute_it_is_said_kindly_that_there_is_no_answer_and_no_try_is_counted(DatabaseProvider provider)
    {
        await using var standIn = await Operator();
        await using var town = await Asking(provider, standIn);
        standIn.Next(CardFault.Sleeps, times: 50);
        var hanako = await Links(town);
        for (var second = 0; second < 61; second++) await town.Passes(TimeSpan.FromSeconds(1));

        await hanako.Reads();
        await hanako.Sees("いまは 調べられませんでした");
        Assert.InRange(standIn.Requests.Count, 5, 10);
        Assert.Equal(["silent"], LookUps(town));
        Assert.Equal(0, town.Database.Reader.Read(unit => unit.Db.Set<PointCardEntry>().Single().Tries));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_question_outlives_a_restart_and_is_answered_once(DatabaseProvider provider)
    {
        await using var standIn = await Operator();
        await using var town = await Asking(provider, standIn);
        standIn.Next(CardFault.Breaks);
        var hanako = await Links(town);
        await town.Restarts();
        await town.Passes(TimeSpan.FromSeconds(31));

        await hanako.Reads();
        await hanako.Sees(Balance);
        Assert.Equal(["linked", "found"], LookUps(town));
        Assert.Empty(town.Database.Reader.Read(unit => unit.Db.Set<ErrandEntry>().ToList()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_server_that_hangs_keeps_nobody_at_a_blank_page(DatabaseProvider provider)
    {
        await using var standIn = await Operator();
        await using var town = await Asking(provider, standIn);
        standIn.Next(CardFault.Hangs);
        var linking = Links(town);
        await standIn.Hangs;
        town.Clock.Advance(TimeSpan.FromSeconds(3));
        var hanako = await linking;
        await hanako.Sees("調べています");

        await town.Passes(TimeSpan.FromSeconds(2));
        await town.Passes(TimeSpan.FromSeconds(2));
        await hanako.Presses("結果を見る");
        await hanako.Sees(Balance);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Five_tries_are_five_tries_whatever_is_started_anew_between_them(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var hanako = await OnThePage(town);
        await hanako.Says("ポイント");
        for (var i = 0; i < 5; i++)
        {
            if (i == 3) await town.Restarts();
            await hanako.Says(Number);
            await hanako.Says("昭和26年4月1日");
            await hanako.Sees("合いませんでした");
        }
        await hanako.Sees("24時間 お休みします");

        await town.Restarts();
        await hanako.Says("ポイント");
        await hanako.Sees("24時間 お休みします");
        Assert.Equal(Enumerable.Repeat("no-match", 5), LookUps(town));

        await town.Passes(TimeSpan.FromHours(24));
        hanako = await Links(town);
        await hanako.Sees(Balance);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task One_card_is_tried_five_times_a_day_whoever_tries_it(DatabaseProvider provider)
    {
        await using var standIn = await Operator();
        await using var town = await Asking(provider, standIn);
        foreach (var name in new[] { "一郎", "二郎", "三郎", "四郎", "五郎" }) await (await Tries(town, name, "昭和26年4月1日")).Sees("合いませんでした");
        Assert.Equal(5, standIn.Requests.Count);

        // Nobody learns that it would have been right, and the operator is not asked.
        var hanako = await Tries(town, "花子", Born);
        await hanako.Sees("合いませんでした");
        Assert.Equal(5, standIn.Requests.Count);
        Assert.DoesNotContain(Number, string.Concat(town.Database.Reader.Read(unit => unit.Db.Set<CardTryEntry>().Select(row => row.Card).ToList())));

        // Another card is another matter.
        standIn.Cards[("2345678901234567", "1955-12-24")] = StandIn.Sample;
        await hanako.Says("2345678901234567");
        await hanako.Says("昭和30年12月24日");
        await hanako.Sees(Balance);

        await town.Passes(TimeSpan.FromHours(24));
        await (await Tries(town, "六郎", Born)).Sees(Balance);
        Assert.Empty(town.Database.Reader.Read(unit => unit.Db.Set<CardTryEntry>().ToList()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_server_that_sleeps_costs_the_card_no_try(DatabaseProvider provider)
    {
        await using var standIn = await Operator();
        await using var town = await Asking(provider, standIn);
        standIn.Next(CardFault.Sleeps, times: 50);
        var hanako = await Links(town);
        for (var second = 0; second < 61; second++) await town.Passes(TimeSpan.FromSeconds(1));
        await hanako.Reads();
        Assert.Equal(0, town.Database.Reader.Read(unit => unit.Db.Set<CardTryEntry>().Single().Tries));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task After_a_restart_with_a_broken_file_it_is_said_kindly_that_there_is_no_answer(DatabaseProvider provider)
    {
        var file = Path.Combine(Path.GetTempPath(), $"points-{Guid.NewGuid():N}.csv");
        try
        {
            await File.WriteAllTextAsync(file, $"kashiwa-points,1,2026-11-24T03:00:00+09:00\ncard,{Number},1950-04-01,1240,2027-03-31,120,20\nend,1\n", TestContext.Current.CancellationToken);
            await using var town = await Town.Start(provider, ("Points:File", file));
            var hanako = await Links(town);
            await hanako.Sees(Balance);

            await File.WriteAllTextAsync(file, "kashiwa-points,1,2026-11-25T03:00:00+09:00\ncard,", TestContext.Current.CancellationToken);
            await town.Restarts();
            await hanako.Presses("もう一度 調べる");
            await hanako.Sees("ポイントの記録が まだ 市に とどいていません");
            await hanako.Sees("あしたの朝に");

            // And somebody who links a card for the first time.
            await (await Tries(town, "太郎", Born)).Sees("ポイントの記録が まだ 市に とどいていません");
            Assert.Equal(0, town.Database.Reader.Read(unit => unit.Db.Set<PointCardEntry>().Sum(row => row.Tries)));

            // The next night's file is whole.
            await File.WriteAllTextAsync(file, $"kashiwa-points,1,2026-11-25T03:00:00+09:00\ncard,{Number},1950-04-01,1260,2027-03-31,120,20\nend,1\n", TestContext.Current.CancellationToken);
            await hanako.Presses("もう一度 調べる");
            await hanako.Sees("1,260");
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Neither_number_nor_birth_date_nor_balance_stands_anywhere_but_on_the_page(DatabaseProvider provider)
    {
        using var logs = new EveryLog();
        await using var standIn = await Operator();
        // A balance that no count and no port happens to be.
        standIn.Cards[(Number, "1950-04-01")] = StandIn.Sample.Replace("1240", "7654321", StringComparison.Ordinal);
        await using var town = await Asking(provider, standIn, logs);
        var person = town.Line.Person("花子");
        await town.Enters(person);
        await person.Says("ポイント");
        await town.Settles();
        var hanako = new WebPerson(town);
        var link = person.FromBot.SelectMany(item => item.Buttons).First(button => button.Kind == "uri").Action.GetProperty("uri").GetString()!;
        await hanako.Opens(town.BotUrl + new Uri(link).PathAndQuery);
        await hanako.Says(Number);
        await hanako.Says(Born);
        await hanako.Sees("7,654,321");
        await hanako.Presses("もう一度 調べる");
        await hanako.Sees("下4けた 3456");
        await person.Says("もう一度");
        await town.Settles();

        string[] canaries = [Number, "1950-04-01", Born, "7,654,321", "7654321", "フレイル予防体操"];
        var seen = new List<string>();
        seen.AddRange(town.Line.Requests.Select(request => $"{request.Path} {request.Body}"));
        seen.AddRange(standIn.Requests.Select(request => request.Address));
        seen.AddRange(logs.Seen);
        seen.AddRange(town.Database.Reader.Read(unit => unit.Db.Feed.Select(row => row.Kind).ToList()));
        seen.AddRange(town.Database.Reader.Read(unit => unit.Db.Inbox.Select(row => row.EventId + row.ErrorCode).ToList()));
        seen.AddRange(town.Database.Reader.Read(unit => unit.Db.Set<ErrandEntry>().Select(row => row.Key).ToList()));
        seen.AddRange(town.Database.Reader.Read(unit => unit.Db.Outbox.AsEnumerable().Select(row => Encoding.UTF8.GetString(row.Body.Bytes) + row.DedupeKey).ToList()));
        Assert.NotEmpty(logs.Seen);
        foreach (var canary in canaries) Assert.DoesNotContain(seen, text => text.Contains(canary, StringComparison.Ordinal));
    }

    private static async Task<StandIn> Operator()
    {
        var standIn = await StandIn.Start("http://127.0.0.1:0", Token);
        standIn.Cards[(Number, "1950-04-01")] = StandIn.Sample;
        return standIn;
    }

    private static Task<Town> Asking(DatabaseProvider provider, StandIn standIn, EveryLog? logs = null) =>
        Town.Start(provider, logs, ("Points:Source", "Http"), ("Points:ApiBase", standIn.Url), ("Points:Token", Token));

    private static async Task<WebPerson> OnThePage(Town town)
    {
        var hanako = new WebPerson(town);
        await hanako.Opens((await town.PageFor()).Link);
        // The first time there is the welcome.
        if (hanako.Page.Contains("保存しても よろしいですか", StringComparison.Ordinal)) await hanako.Enters();
        return hanako;
    }

    private static async Task<WebPerson> Links(Town town)
    {
        var hanako = await OnThePage(town);
        await hanako.Says("ポイント");
        await hanako.Says(Number);
        await hanako.Says(Born);
        return hanako;
    }

    /// <summary>Somebody on LINE who goes to the page and tries the card there.</summary>
    private static async Task<WebPerson> Tries(Town town, string name, string born)
    {
        var person = town.Line.Person(name);
        await town.Enters(person);
        await person.Says("ポイント");
        await town.Settles();
        var web = new WebPerson(town);
        var link = person.FromBot[^1].Buttons.First(button => button.Kind == "uri").Action.GetProperty("uri").GetString()!;
        await web.Opens(town.BotUrl + new Uri(link).PathAndQuery);
        await web.Says(Number);
        await web.Says(born);
        return web;
    }

    private static string[] LookUps(Town town) =>
        town.Database.Reader.Read(unit => unit.Db.Set<LookUpEntry>().OrderBy(row => row.Seq).Select(row => row.Outcome).ToArray());
}
