using System.Collections.Immutable;
using Concierge.Core.FollowUp;
using Concierge.Core.Members;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>Those who take part in research now, under names that only the master key leads back from.</summary>
public static class StudyReading
{
    private const int LongestName = 16;

    public static StudyTable Of(Unit unit, Study study) =>
        StudyTable.Of(FollowUps.Asked(unit).Select(member => (Member: member, Consents: unit.Consents.Of(member))).Where(one => AnswerWave.Takes(one.Consents)).ToDictionary(one => NameOf(unit, study, one.Member), one => CodesOf(unit, one.Member, one.Consents)));

    /// <summary>Begins with a letter, so that no spreadsheet takes it for a number.</summary>
    private static string NameOf(Unit unit, Study study, string member) => "p" + unit.Vault.Blind("study/" + study.Id, member)[..LongestName];

    private static ImmutableDictionary<string, string> CodesOf(Unit unit, string member, Consents consents)
    {
        var key = unit.Members.KeyIfAny(member);
        return new Participant(
            Standings.EnteredAt(consents), FollowUps.Waves(unit, member), key is null ? [] : unit.Answers.Of(member, key),
            key is not null && consents.Has(Purpose.Checks) ? KeptFindings.Of(unit, member, key) : []).Codes();
    }
}
