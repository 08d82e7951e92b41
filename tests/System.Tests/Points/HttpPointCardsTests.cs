using Concierge.Bot.Points;
using Concierge.Core.Points;
using Concierge.PointCardStandIn;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Concierge.SystemTests.Points;

/// <summary>The contract of docs/point-card-api.md, held against a server that shares no code with us.</summary>
public sealed class HttpPointCardsTests
{
    private const string Token = "token-1";

    private static readonly PointCard Hanako = new("1234567890123456", new DateOnly(1950, 4, 1));

    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public async Task A_card_is_looked_up_and_its_number_travels_in_the_body_alone()
    {
        await using var standIn = await Operator();
        var found = Assert.IsType<CardAnswer.Found>(await Look(standIn)).Statement;
        Assert.Equal((1240, 20), (found.Balance, found.LeftToday));
        Assert.Equal(new Expiry(new DateOnly(2027, 3, 31), 120), found.Expires);
        Assert.Equal(2, found.History.Length);

        var asked = Assert.Single(standIn.Requests);
        Assert.Equal(("POST", "/v1/card-lookups", """{"number":"1234567890123456","born":"1950-04-01"}"""), (asked.Method, asked.Address, asked.Body));
    }

    [Fact]
    public async Task A_wrong_number_and_a_wrong_birth_date_are_one_answer()
    {
        await using var standIn = await Operator();
        Assert.Equal(new CardAnswer.NoMatch(), await Look(standIn, Hanako with { Number = "1111222233334444" }));
        Assert.Equal(new CardAnswer.NoMatch(), await Look(standIn, Hanako with { Born = new DateOnly(1951, 4, 1) }));
    }

    [Theory]
    [InlineData(CardFault.Breaks, "status_500")]
    [InlineData(CardFault.Sleeps, "try_later")]
    [InlineData(CardFault.IsBusy, "too_many")]
    [InlineData(CardFault.ForgetsUs, "not_allowed")]
    [InlineData(CardFault.SendsAway, "status_302")]
    [InlineData(CardFault.IsNotThere, "unreadable")]
    [InlineData(CardFault.StopsHalfway, "unreadable")]
    [InlineData(CardFault.SaysSomethingElse, "status_200")]
    public async Task What_is_no_answer_is_never_taken_for_one(CardFault fault, string reason)
    {
        await using var standIn = await Operator();
        standIn.Next(fault);
        Assert.Equal(new CardAnswer.Silent(reason), await Look(standIn));
        Assert.IsType<CardAnswer.Found>(await Look(standIn));
    }

    [Theory]
    [InlineData(CardFault.TalksForEver)]
    [InlineData(CardFault.Cuts)]
    public async Task A_connection_that_is_cut_or_does_not_end_is_no_answer(CardFault fault)
    {
        await using var standIn = await Operator();
        standIn.Next(fault);
        Assert.IsType<CardAnswer.Silent>(await Look(standIn));
    }

    [Fact]
    public async Task After_five_seconds_nobody_waits_any_longer()
    {
        await using var standIn = await Operator();
        standIn.Next(CardFault.Hangs);
        var looking = Look(standIn);
        await standIn.Hangs;
        _clock.Advance(HttpPointCards.Timeout);
        Assert.Equal(new CardAnswer.Silent("timeout"), await looking);
    }

    [Fact]
    public async Task Where_nobody_listens_there_is_no_answer()
    {
        var standIn = await Operator();
        var url = standIn.Url;
        await standIn.DisposeAsync();
        Assert.IsType<CardAnswer.Silent>(await Look(url, Hanako, Token));
    }

    [Fact]
    public async Task With_another_token_nobody_is_answered()
    {
        await using var standIn = await Operator();
        Assert.Equal(new CardAnswer.Silent("not_allowed"), await Look(standIn.Url, Hanako, "another"));
    }

    private static async Task<StandIn> Operator()
    {
        var standIn = await StandIn.Start("http://127.0.0.1:0", Token);
        standIn.Cards[("1234567890123456", "1950-04-01")] = StandIn.Sample;
        return standIn;
    }

    private Task<CardAnswer> Look(StandIn standIn, PointCard? card = null) => Look(standIn.Url, card ?? Hanako, Token);

    private async Task<CardAnswer> Look(string url, PointCard card, string token)
    {
        using var http = HttpPointCards.NewHttpClient();
        var options = new PointsOptions { Source = PointsSource.Http, ApiBase = url, Token = token };
        return await new HttpPointCards(http, options, _clock, NullLogger<HttpPointCards>.Instance).Look(card, TestContext.Current.CancellationToken);
    }
}
