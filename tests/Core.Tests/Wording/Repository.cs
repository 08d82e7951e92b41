namespace Concierge.CoreTests.Wording;

/// <summary>Files of the repository that tests read as they stand.</summary>
public static class Repository
{
    private static readonly string Root = Find(AppContext.BaseDirectory);

    public static string Path(string relative) => System.IO.Path.Combine(Root, relative);

    private static string Find(string folder)
    {
        for (var up = new DirectoryInfo(folder); up is not null; up = up.Parent)
            if (File.Exists(System.IO.Path.Combine(up.FullName, "Concierge.sln"))) return up.FullName;
        throw new DirectoryNotFoundException($"No folder above {folder} has Concierge.sln.");
    }
}
