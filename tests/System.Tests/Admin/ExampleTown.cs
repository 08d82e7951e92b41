using Concierge.Core.Handoff;
using Concierge.Core.Staff;

namespace Concierge.SystemTests.Admin;

/// <summary>The people and things that the examples of the API speak of.</summary>
public sealed class ExampleTown
{
    private readonly Desk _desk;
    private readonly string _sato, _suzuki;

    private ExampleTown(Desk desk, string sato, string suzuki) => (_desk, _sato, _suzuki) = (desk, sato, suzuki);

    public static async Task<ExampleTown> Settles(Desk desk)
    {
        await desk.Hanako();
        await desk.HanakoApplies(post: 3);
        await desk.SomethingWentWrong();
        await desk.JobsRan();
        await desk.Picture("example-picture");
        await desk.Database.Writer.Write(unit => unit.Db.Add(HandoffCase.Request("m-hanako", 1, CaseTrigger.Asked, asksConsent: false, saidIn: null, OpeningHours.Embedded, desk.Time.GetUtcNow())));
        return new ExampleTown(desk, await desk.Employs("sato", "佐藤", Role.Desk), await desk.Employs("suzuki", "鈴木", Role.Secretariat));
    }

    /// <summary>At the desk it is 佐藤 who calls, of the secretariat 鈴木.</summary>
    public async Task<string> Token(Role role) => role switch
    {
        Role.Desk => _sato,
        Role.Secretariat => _suzuki,
        _ => await _desk.Token(role, role == Role.Partner ? "柏の葉" : null),
    };
}
