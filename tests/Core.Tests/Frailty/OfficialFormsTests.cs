using Concierge.Core.Conversations;
using Concierge.Core.Frailty;
using Xunit;

namespace Concierge.CoreTests.Frailty;

public sealed class OfficialFormsTests
{
    [Fact]
    public void The_citys_wording_is_the_newest_and_the_old_one_stays()
    {
        var forms = Official.Forms;
        Assert.True(forms.Newest("eleven_check") is { Version: 2, Official: true });
        Assert.False(forms.Get("eleven_check@1").Official);
    }

    public static TheoryData<string, string, string> Wrong => new()
    {
        { "older", Official.Text("eleven_check", f => f with { Version = 1 }).Text, "newer than version 1" },
        { "another form", Official.Text("eleven_check", f => f with { Id = "inventory" }).Text, "no form inventory" },
        { "for staff", Official.Text("eleven_check", f => f with { Id = "j_chs" }).Text, "no form j_chs" },
        { "not anew", Official.Text("eleven_check", f => f with { Anew = false }).Text, "anew" },
        { "in the open", Official.Text("eleven_check", f => f with { Questions = [f.Questions[0] with { Private = false }, .. f.Questions[1..]] }).Text, "eleven_1 has to be private" },
        { "an item short", Official.Text("eleven_check", f => f with { Questions = f.Questions[..10] }).Text, "no question eleven_11" },
        { "an answer short", Official.Text("yubi_wakka", f => f with { Questions = [f.Questions[0] with { Options = f.Questions[0].Options[1..] }] }).Text, "no option bigger" },
        { "no form at all", "{", "cannot be read" },
    };

    [Theory, MemberData(nameof(Wrong))]
    public void A_file_that_cannot_be_scored_is_refused_by_name(string why, string text, string message) =>
        Assert.Matches($"^{why}: .*{message}", Assert.Throws<FormatException>(() => OfficialForms.Add(Questionnaires.Embedded, [(why, text)])).Message);

    [Fact]
    public void Every_form_that_people_are_asked_by_can_be_scored()
    {
        foreach (var id in new[] { "eleven_check", "yubi_wakka", "kihon_checklist", "qmcoo", "fsi" })
            OfficialForms.Add(Questionnaires.Embedded, [Official.Text(id)]);
    }
}
