using Concierge.Core.Conversations;
using Concierge.Core.Members;

namespace Concierge.Admin.Members;

/// <summary>Which members are looked for: by what they answered, so only those who let staff see it are found.</summary>
public sealed record MemberFilter(string? Area, string? AgeBand, string? Source)
{
    public bool IsAny => this is not { Area: null, AgeBand: null, Source: null };

    /// <exception cref="Problem">A value that nobody can have.</exception>
    public MemberFilter Checked()
    {
        Check("area", Area, OptionsOf("area"));
        Check("ageBand", AgeBand, OptionsOf("age"));
        Check("source", Source, Core.Members.Source.All.Select(source => source.Key));
        return this;
    }

    public bool Fits(MemberShown member) =>
        (Area is null || member.Area == Area) && (AgeBand is null || member.AgeBand == AgeBand) && (Source is null || member.Source == Source);

    private static void Check(string item, string? value, IEnumerable<string> known)
    {
        if (value is not null && !known.Contains(value)) throw Names.NoneOf(item, known);
    }

    private static IEnumerable<string> OptionsOf(string question) =>
        Questionnaires.Embedded.Newest(Enter.Id).Questions.First(q => q.Key == question).Options.Select(option => option.Key);
}
