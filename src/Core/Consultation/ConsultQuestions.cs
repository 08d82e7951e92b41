using System.Collections.Immutable;
using Concierge.Core.Conversations;
using Concierge.Core.Wording;

namespace Concierge.Core.Consultation;

/// <summary>
/// What is on offer at each step of 相談する, as questions, so that words are read against it: what is shown comes first and
/// can be named by its number, and every question of よくある質問 can be asked from most of them.
/// </summary>
internal sealed class ConsultQuestions
{
    public const string Questions = "questions", Doors = "doors", HandIn = "trouble", Handed = "handed", Menu = "menu", Done = "done", Yes = "yes";

    private readonly Dictionary<string, Question> _topics;

    public ConsultQuestions(Faq faq, Partners partners)
    {
        var all = faq.Questions.Select(Asked).ToArray();
        var wishes = partners.Wishes.Select(wish => new Option(wish.Key, wish.Label, wish.Reading, wish.Also)).ToArray();
        Start = Make("start", "consult_ask", [Own(Questions), Own(Doors), Own(HandIn)], all);
        StartAgain = Make("start", "consult_ask", [Own(Questions), Own(Doors), Own(HandIn), Own(Handed)], all);
        Topics = Make("topics", "consult_ask_topic", [.. faq.Topics.Select(topic => new Option(topic.Key, topic.Title, topic.Reading, topic.Also))], all);
        AfterAnswer = Make("after-answer", "consult_ask_more", [Own(Questions), Own(Menu), Own(Done)], all);
        Wishes = Make("wishes", "consult_ask_wish", wishes, []);
        AfterDoors = Make("after-doors", "consult_ask_more", [Own(Doors), Own(Menu), Own(Done)], wishes);
        All = Make("all", "consult_ask_which", [], all);
        _topics = faq.Topics.ToDictionary(topic => topic.Key, topic => Under(faq, topic));
    }

    /// <summary>The menu of 相談する.</summary>
    public Question Start { get; }

    /// <summary>The same for somebody who has handed in a trouble.</summary>
    public Question StartAgain { get; }

    public Question Topics { get; }

    /// <summary>After an answer: another question, the menu, or enough.</summary>
    public Question AfterAnswer { get; }

    public Question Wishes { get; }

    public Question AfterDoors { get; }

    /// <summary>All of よくある質問, for words that led here.</summary>
    public Question All { get; }

    public Question Under(string topic) => _topics.GetValueOrDefault(topic, Topics);

    /// <summary>What was handed in, to be named and taken back.</summary>
    public static Question Handing(IEnumerable<(string Id, string Title)> troubles) =>
        Make("handed", Words.Say("consult_handed"), [.. troubles.Select(one => new Option(one.Id, one.Title, "", [])), Own(Menu)]);

    public static Question TakeBack(string title) =>
        Make("take-back", Words.Say("trouble_take_back_ask", ("title", title)), [new Option(Yes, Words.Say("trouble_take_back_yes"), "", Also("trouble_take_back_yes_also")), new Option(Handed, Words.Say("trouble_keep"), "", Also("trouble_keep_also"))]);

    /// <summary>「どちらですか」: only these of a question's options.</summary>
    public static Question Which(Question question, ImmutableArray<string> keys) =>
        question with { Text = Words.Say("consult_ask_which"), Number = keys.Length, Options = [.. question.Options.Where(option => keys.Contains(option.Key))] };

    public static Option Own(string key) => new(key, Words.Say("consult_" + key), "", Also($"consult_{key}_also"));

    private static Question Under(Faq faq, FaqTopic topic)
    {
        var mine = faq.Under(topic.Key).ToArray();
        return Make("topic-" + topic.Key, "consult_ask_question", [.. mine.Select(Asked)], faq.Questions.Except(mine).Select(Asked));
    }

    private static Option Asked(FaqEntry entry) => new(entry.Key, entry.Question, entry.Reading, entry.Also);

    private static ImmutableArray<string> Also(string key) => [.. Words.Say(key).Split('、')];

    private static Question Make(string key, string text, Option[] shown, IEnumerable<Option> heard) =>
        Make(key, Words.Say(text), [.. shown, .. heard]) with { Number = shown.Length };

    /// <summary><see cref="Question.Number"/> is how many of the options are shown as buttons.</summary>
    private static Question Make(string key, string text, ImmutableArray<Option> options) =>
        new(key, options.Length, "", QuestionKind.One, text, "", Words.Say("consult_why"), null, false, Required: true, 0, options);
}
