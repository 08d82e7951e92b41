namespace Concierge.Core.Handoff;

/// <summary>What came of moving a case: done, or a named no.</summary>
public abstract record Handing
{
    private Handing() { }

    public sealed record Done : Handing;

    /// <summary>Not from where it stands.</summary>
    public sealed record NotNow(CaseState State) : Handing;

    /// <summary>Another member of staff has it.</summary>
    public sealed record HeldBy(string Staff) : Handing;

    /// <summary>It has been changed since it was read: read it again.</summary>
    /// <param name="Revision">Where it stands now.</param>
    public sealed record Changed(int Revision) : Handing;

    /// <summary>The person, or a colleague, has said something that was not read yet.</summary>
    /// <param name="Seq">The newest of it.</param>
    public sealed record SaidMeanwhile(long Seq) : Handing;

    /// <summary>There is no such case, or no longer.</summary>
    public sealed record Unknown : Handing;
}
