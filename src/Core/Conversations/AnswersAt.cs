namespace Concierge.Core.Conversations;

public static class AnswersAt
{
    /// <summary>What somebody said of it until then; if only later, the first that they said. What was counted by it stays as it was whatever they say afterwards.</summary>
    public static AnswerValue? At(this IEnumerable<Answer> answers, string question, DateTimeOffset at)
    {
        var said = answers.Where(answer => answer.Question == question).ToArray();
        return (said.LastOrDefault(answer => answer.At <= at) ?? said.FirstOrDefault())?.Value;
    }
}
