namespace RestoreDrill.Dashboard.Tests.Hosting;

/// <summary>Compares HTML with the approved file of that name; writes what came instead beside it.</summary>
internal static class Approved
{
    public static void Equal(string name, string received)
    {
        var approved = Path.Combine(Folder(), $"{name}.html");
        var beside = Path.Combine(Folder(), $"{name}.received.html");
        var expected = File.Exists(approved) ? File.ReadAllText(approved) : string.Empty;
        if (expected == received)
        {
            File.Delete(beside);
            return;
        }

        File.WriteAllText(beside, received);
        Assert.Equal(expected, received);
    }

    private static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "RestoreDrill.sln")))
            {
                return Path.Combine(folder.FullName, "tests", "RestoreDrill.Dashboard.Tests", "Approved");
            }
        }

        throw new InvalidOperationException($"No RestoreDrill.sln above {AppContext.BaseDirectory}.");
    }
}
