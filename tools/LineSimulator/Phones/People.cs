using System.Collections.Concurrent;

namespace Concierge.LineSimulator;

/// <summary>The people of the simulated town.</summary>
internal sealed class People(World world)
{
    private readonly Lock gate = new();
    private readonly List<Person> all = [];
    private readonly ConcurrentDictionary<string, Person> byId = new();
    private readonly ConcurrentDictionary<string, (Person, string)> readTokens = new();

    public IReadOnlyList<Person> All { get { lock (gate) return [.. all]; } }

    public Person? Find(string id) => byId.GetValueOrDefault(id);

    public Person Add(string name)
    {
        lock (gate)
        {
            var person = new Person(world, world.Ids.Person(), name);
            all.Add(person);
            byId[person.Id] = person;
            return person;
        }
    }

    public Person FindOrAdd(string name)
    {
        lock (gate) return all.Find(person => person.Name == name) ?? Add(name);
    }

    /// <summary>Every phone looks again at what is not in its chat: rich menus.</summary>
    public void LookAgain()
    {
        foreach (var person in All) person.Log.Touch();
    }

    public string NewReadToken(Person person, string messageId)
    {
        var token = world.Ids.ReadToken();
        readTokens[token] = (person, messageId);
        return token;
    }

    public (Person Person, string MessageId)? ReadToken(string token) => readTokens.TryGetValue(token, out var found) ? found : null;
}
