using Concierge.Core.Conversations;

namespace Concierge.Core.Frailty;

/// <summary>
/// The official wording of a form, when the city has it: a newer version of a questionnaire that comes with the program, in a file of
/// the city's own. Only then does a person see a class.
/// </summary>
public static class OfficialForms
{
    /// <param name="texts">Files by name.</param>
    /// <exception cref="FormatException">A file is no such version; the message names the file, what is wrong and where.</exception>
    public static Questionnaires Add(Questionnaires known, IEnumerable<(string File, string Text)> texts)
    {
        var all = known.All.ToList();
        foreach (var (file, text) in texts)
        {
            try
            {
                var read = Questionnaires.Read(text);
                Check(read, all);
                all.Add(read);
            }
            catch (FormatException wrong)
            {
                throw new FormatException($"{file}: {wrong.Message}", wrong);
            }
        }
        return new Questionnaires(all);
    }

    /// <summary>Every item has its question and its answers, so that the form can be scored; and it is private and asked anew.</summary>
    private static void Check(Questionnaire form, IReadOnlyList<Questionnaire> known)
    {
        if (Instruments.Find(form.Id) is not { } instrument || known.All(q => q.Id != form.Id)) throw new FormatException($"there is no form {form.Id} that a person is asked by.");
        if (known.Where(q => q.Id == form.Id).Max(q => q.Version) is var newest && form.Version <= newest)
            throw new FormatException($"{form.Name} has to be newer than version {newest}: a version that somebody has begun is never changed.");
        if (!form.Anew) throw new FormatException($"{form.Name} has to be asked anew each time (\"anew\": true).");
        if (form.Questions.FirstOrDefault(q => !q.Private) is { } open) throw new FormatException($"{form.Name} {open.Key} has to be private.");
        foreach (var item in instrument.Items) Check(form, item);
    }

    private static void Check(Questionnaire form, Item item)
    {
        string[] keys = item is Item.BodyMass ? [item.Key + "_height", item.Key + "_weight"] : [item.Key];
        foreach (var key in keys)
        {
            if (form.Questions.FirstOrDefault(q => q.Key == key) is not { } question) throw new FormatException($"{form.Name} has no question {key}.");
            if (item is Item.Choice choice && choice.Answers.FirstOrDefault(a => question.Options.All(o => o.Key != a)) is { } missing)
                throw new FormatException($"{form.Name} {key} has no option {missing}.");
        }
    }
}
