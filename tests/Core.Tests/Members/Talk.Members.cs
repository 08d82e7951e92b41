using Concierge.Core.Conversations;
using Concierge.Core.Members;

namespace Concierge.CoreTests.Conversations;

/// <summary>What the shell keeps about somebody as a member.</summary>
public sealed partial class Talk
{
    private readonly List<Consent> _consents = [];

    public IReadOnlyList<Consent> Consents => _consents;

    /// <summary>What was counted, in order.</summary>
    public List<string> Counted { get; } = [];

    /// <summary>Number of the receipt when everything was erased.</summary>
    public string? Erased { get; private set; }

    /// <summary>Follows and answers the three questions of the welcome.</summary>
    public void Enters()
    {
        Follows();
        Says("はい");
        Says("65〜69歳");
        Says("北部");
    }

    /// <summary>Has agreed that answers are stored, before this test begins.</summary>
    public Talk Agrees()
    {
        _consents.Add(new Consent(Purpose.Service, "entry@1/consent_service", Given: true, Now, Core.Members.Consents.Member));
        return this;
    }

    public void StaffWrite(Consent consent) => _consents.Add(consent);

    private Facts KnowingTheMember(Facts facts) => facts with
    {
        Consents = new(() => new Consents([.. _consents])),
        Receipt = new(() => "261124-001"),
    };

    private void Do(Effect.OfMember effect)
    {
        switch (effect)
        {
            case Effect.RecordConsent given: _consents.Add(new Consent(given.Purpose, given.Text, given.Given, Now, Core.Members.Consents.Member)); break;
            case Effect.SuspendConsent apart: _consents.Add(new Consent(apart.Purpose, apart.Text, false, Now, Core.Members.Consents.Joining)); break;
            case Effect.Join: BecomeOne(); break;
            case Effect.CountJoinTry: _triedCodes++; break;
            case Effect.Count count: Counted.Add(count.Kind); break;
            case Effect.Erase erase: Forget(erase.Receipt); break;
        }
    }

    /// <summary>Whatever comes next comes from a stranger.</summary>
    private void Forget(string receipt)
    {
        Erased = receipt;
        _answers.Clear();
        _consents.Clear();
        _timers.Clear();
        Cases.Clear();
        Conversation = Conversation.New;
    }
}
