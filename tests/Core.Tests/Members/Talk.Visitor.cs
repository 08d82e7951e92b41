using Concierge.Core.Conversations;
using Concierge.Core.Members;

namespace Concierge.CoreTests.Conversations;

/// <summary>The same person on the city's page before, and the code that stands there.</summary>
public sealed partial class Talk
{
    public const string Code = "4728 1936";

    private readonly List<Consent> _visitorConsents = [];
    private readonly List<Answer> _visitorAnswers = [];
    private DateTimeOffset _codeUntil;
    private int _triedCodes;

    /// <summary>True: this talk is on the page, without LINE.</summary>
    public bool IsVisitor { get; set; }

    /// <summary>Agrees on the page, answers 65〜69歳 and 北部, and asks for a code.</summary>
    public void VisitorComes(params Purpose[] alsoAgrees)
    {
        foreach (var purpose in alsoAgrees.Prepend(Purpose.Service))
            _visitorConsents.Add(new Consent(purpose, $"entry@1/{Core.Members.Consents.KeyOf(purpose)}", Given: true, Now, Core.Members.Consents.Member));
        foreach (var (question, option) in new[] { ("consent_service", "yes"), ("age", "65"), ("area", "north") })
            _visitorAnswers.Add(new Answer(0, "entry@1", question, new AnswerValue.Chosen([option]), Now));
        _codeUntil = Now.AddMinutes(15);
    }

    private Facts KnowingTheVisitor(Facts facts) => facts with
    {
        Joining = new(() => new JoinFacts(
            IsVisitor, _triedCodes >= 5, code => code == Code.Replace(" ", "") && Now < _codeUntil ? new Joinable(new Consents([.. _visitorConsents])) : null)),
    };

    private void BecomeOne()
    {
        _codeUntil = default;
        _consents.InsertRange(0, _visitorConsents);
        _answers.AddRange(_visitorAnswers.Select(answer => answer with { Id = ++_ids }));
    }
}
