using Concierge.Core.Conversations;
using Concierge.Core.Seminars;
using Concierge.CoreTests.Conversations;
using CsCheck;
using Xunit;

namespace Concierge.CoreTests.Seminars;

public sealed class ReserveSeminarTests
{
    private static readonly string[] Things =
    [
        "[first]", "[last]", "[any]", "[old]", "教室", "予定", "福祉編", "1番", "来週の", "予約する", "さっきの予約はなしで", "つづける", "二人で", "一人で", "会場で", "オンラインで", "はい", "いいえ", "待ちます", "変えたい", "やっぱりやめる",
        "もどる", "もう一度", "とばす", "なぜ聞くの", "メニュー", "職員と話す", "ぺぺぺ", "受付 4101", "4101", "棚卸し", "fill", "free", "hours", "days", "page", "line",
    ];

    [Fact]
    public void Whatever_somebody_does_a_person_is_one_tap_away_and_the_seats_are_right() =>
        Gen.Int[0, Things.Length - 1].Array[1, 70].Sample(
            choices =>
            {
                var talk = Begun();
                foreach (var choice in choices)
                {
                    Do(talk, Things[choice]);
                    Holds(talk);
                }
            },
            iter: 150);

    [Fact]
    public void An_offer_ends_at_its_time_while_staff_speak_with_the_person_and_it_is_told_when_they_are_done()
    {
        var talk = Waiting();
        talk.OneCancels(4);
        talk.Passes(TimeSpan.Zero);
        talk.Conversation = talk.Conversation with { Owner = Owner.Staff, Epoch = 1 };
        var said = talk.Replies.Count;

        talk.Passes(TimeSpan.FromHours(25));
        Assert.Equal(ReservationState.Expired, Mine(talk));
        Assert.Equal(said, talk.Replies.Count);

        talk.Conversation = talk.Conversation with { Owner = Owner.Bot, Epoch = 2 };
        talk.Passes(TimeSpan.FromHours(2));
        Assert.Contains("時間が すぎました", talk.Last!.Bubbles.OfType<Bubble.Say>().First().Text);
    }

    [Fact]
    public void What_goes_out_by_itself_says_nothing_of_the_person()
    {
        var talk = Waiting(seats: "2人で参加する");
        talk.OneCancels(4);
        talk.OneCancels(4);
        talk.Passes(TimeSpan.Zero);
        Assert.Equal(ReservationState.Offered, Mine(talk));
        Assert.DoesNotContain("2人", Words(talk.Last!));

        talk.Presses("参加する");
        Assert.Contains("2人", Words(talk.Last!));
        talk.Passes(TimeSpan.FromDays(22));
        Assert.Contains("近づきました", Words(talk.Last!));
        Assert.DoesNotContain("2人", Words(talk.Last!));
        Assert.DoesNotContain("予約ずみ", Words(talk.Last!));
    }

    [Fact]
    public void A_confirmed_seat_must_arrive_and_a_reminder_is_worth_nothing_after_the_seminar_has_begun()
    {
        var talk = Reserved("福祉編");
        Assert.True(talk.Last!.Critical);
        talk.Passes(TimeSpan.FromDays(22));
        Assert.Equal(talk.Hall.Of(4).StartsAt, talk.Last!.Until);
    }

    [Fact]
    public void That_it_was_put_off_or_called_off_must_arrive_for_it_is_told_once()
    {
        var talk = Reserved("福祉編");
        talk.StaffMove(4);
        Assert.True(talk.Last!.Critical);
        talk.StaffCallOff(4);
        Assert.True(talk.Last!.Critical);
    }

    [Fact]
    public void Two_taps_on_yes_reserve_once()
    {
        var talk = Asked("福祉編");
        var yes = talk.Find("予約する")!;
        talk.Press(yes);
        talk.Press(yes);
        Assert.Single(talk.Hall.Reservations);
        Assert.Contains("予約ずみ", Words(talk.Last!));
    }

    [Theory]
    [InlineData("福祉編")]
    [InlineData("福祉のやつ")]
    [InlineData("介護のほうがいいです")]
    [InlineData("第4回")]
    [InlineData("4回目のやつ")]
    [InlineData("12月22日")]
    [InlineData("12/22")]
    [InlineData("22日のがいい")]
    [InlineData("12月22日の火曜日")]
    [InlineData("火曜日のやつ")]
    [InlineData("ふくし編")]
    public void A_seminar_is_found_in_many_words(string words)
    {
        var talk = Begun();
        talk.Says("教室を見たい");
        talk.Says(words);
        Assert.Contains("福祉", Words(talk.Last!));
        Assert.Equal(("Looking", "demo-4"), (talk.Conversation.Top!.State, talk.Conversation.Top.Subject));
    }

    [Theory]
    [InlineData("二人で", 2)]
    [InlineData("ふたりです", 2)]
    [InlineData("2名でお願いします", 2)]
    [InlineData("家内と行きます", 2)]
    [InlineData("主人といっしょに", 2)]
    [InlineData("一人だけ", 1)]
    [InlineData("わたしだけです", 1)]
    [InlineData("１人", 1)]
    public void How_many_is_understood(string words, int seats)
    {
        var talk = Begun();
        talk.Says("教室");
        talk.Says("福祉編");
        talk.Says("予約");
        talk.Says(words);
        Assert.Equal("Confirming", talk.Conversation.Top!.State);
        talk.Says("はい");
        Assert.Equal(seats, talk.Hall.Reservations.Single().Seats);
    }

    [Fact]
    public void The_link_to_take_part_online_stands_there_on_the_day_and_not_before()
    {
        var talk = Begun();
        foreach (var words in new[] { "教室", "1番", "予約", "家で", "1人", "はい", "予定" }) talk.Says(words);
        Assert.DoesNotContain("online.example.jp", Links(talk.Last!));
        talk.Passes(TimeSpan.FromDays(9) - TimeSpan.FromHours(11));
        talk.Says("わたしの予定");
        Assert.DoesNotContain("online.example.jp", Links(talk.Last!));
        talk.Passes(TimeSpan.FromHours(2));
        talk.Says("わたしの予定");
        Assert.Contains("online.example.jp", Links(talk.Last!));
    }

    private static void Holds(Talk talk)
    {
        if (talk.Last is not { } last) return;
        Assert.InRange(last.Bubbles.Length, 1, 5);
        Assert.InRange(last.Quick.Length, 1, 13);
        Assert.Contains(last.Quick, b => b.Tap.Act is Act.Run { Command: Command.Person });
        foreach (var seminar in talk.Hall.All)
            foreach (var how in seminar.Ways)
                Assert.Equal(seminar.Seats(how) - talk.Hall.Reservations.Where(r => r.SeminarId == seminar.Id && r.How == how && r.HoldsSeats).Sum(r => r.Seats), seminar.Free(how));
    }

    private static void Do(Talk talk, string thing)
    {
        var buttons = talk.Last is { } last ? last.AllButtons().ToArray() : [];
        switch (thing)
        {
            case "[first]" when buttons.Length > 0: talk.Press(buttons[0].Tap); break;
            case "[any]" when buttons.Length > 0: talk.Press(buttons[talk.Replies.Count % buttons.Length].Tap); break;
            case "[last]" when buttons.Length > 8: talk.Press(buttons[^8].Tap); break;
            case "[old]": talk.Press(talk.Replies[talk.Replies.Count / 2].AllButtons().First().Tap); break;
            case "page": talk.OpensPage(); break;
            case "line": talk.Channel = Channel.Line; break;
            case "hours": talk.Passes(TimeSpan.FromHours(5)); break;
            case "days": talk.Passes(TimeSpan.FromDays(3)); break;
            case "fill": if (talk.Hall.Of(4).TakesReservations(talk.Now)) talk.OthersFill(4); break;
            case "free": if (talk.Hall.HasOthers(4) && !talk.Hall.Of(4).HasBegun(talk.Now)) { talk.OneCancels(4); talk.Passes(TimeSpan.Zero); } break;
            default: talk.Says(thing); break;
        }
    }

    private static Talk Begun()
    {
        var talk = new Talk().WithSeminars();
        talk.Enters();
        return talk;
    }

    private static Talk Asked(string seminar)
    {
        var talk = Begun();
        foreach (var words in new[] { "教室", seminar, "予約する", "1人" }) talk.Says(words);
        return talk;
    }

    private static Talk Reserved(string seminar)
    {
        var talk = Asked(seminar);
        talk.Says("はい");
        return talk;
    }

    private static Talk Waiting(string seats = "1人で参加する")
    {
        var talk = Begun();
        talk.OthersFill(4);
        foreach (var words in new[] { "教室", "福祉編", "待ちます" }) talk.Says(words);
        talk.Presses(seats);
        talk.Says("待ちます");
        Assert.Equal(ReservationState.Waiting, Mine(talk));
        return talk;
    }

    private static ReservationState Mine(Talk talk) => talk.Hall.Facts("hanako", talk.Now).Of("demo-4")!.State;

    private static string Words(Reply reply) => System.Text.Json.JsonSerializer.Serialize(reply.Bubbles, Readable);

    private static string Links(Reply reply) => string.Join(' ', reply.Bubbles.OfType<Bubble.Posters>().SelectMany(p => p.All).SelectMany(p => p.Links).Select(link => link.Address));

    private static readonly System.Text.Json.JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
