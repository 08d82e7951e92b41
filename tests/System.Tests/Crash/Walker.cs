using Concierge.Core.Wording;
using Concierge.LineSimulator;

namespace Concierge.SystemTests.Crash;

/// <summary>
/// Somebody who walks through the inventory without waiting politely: taps what the newest message offers, or says a numbered
/// word, and is up to three steps ahead of the answers.
/// </summary>
internal sealed class Walker(Person person, Witness witness, Random chance)
{
    /// <summary>More open answers than this, and people wait.</summary>
    public const int Ahead = 3;

    /// <summary>Who leaves is forgotten, and whom staff talk to is not answered by the bot: neither could bear witness.</summary>
    private static readonly string[] Untouched = [Words.Say("menu_leave"), Words.Say("command_person")];

    public async Task Walks(CancellationToken over)
    {
        await person.Follows();
        await Follows(over);
        for (var number = 1; !over.IsCancellationRequested; number++)
        {
            await Acts(number);
            await Follows(over);
        }
    }

    private Task<WebhookAnswer> Acts(int number)
    {
        if (chance.Next(5) == 0 || person.FromBot is not [.., var newest] || Offered(newest) is not { Length: > 0 } labels)
            return person.Says($"ことば{number}");
        return person.Taps(labels[chance.Next(labels.Length)], newest);
    }

    /// <summary>LINE sends one person's webhooks one after the other. Who waits in vain speaks again when the bot is back.</summary>
    private Task Follows(CancellationToken over)
    {
        var lives = witness.Lives;
        return witness.Until(
            () => witness.HasLast(person.Id) && (over.IsCancellationRequested || witness.Ahead(person.Id) <= Ahead || witness.Lives > lives),
            $"{person.Name} was heard, and at most {Ahead} answers were open");
    }

    private static string[] Offered(ChatItem item) =>
        [.. item.Buttons.Concat(item.QuickReplies).Where(button => button.Kind is "postback" or "message").Select(button => button.Label).Except(Untouched)];
}
