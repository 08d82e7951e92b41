namespace Concierge.Core;

/// <summary>Texts that come with the program.</summary>
public static class Resource
{
    /// <exception cref="FileNotFoundException">No such text is embedded.</exception>
    public static string Text(string name)
    {
        using var stream = typeof(Resource).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException($"{name} is not embedded in Core.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
