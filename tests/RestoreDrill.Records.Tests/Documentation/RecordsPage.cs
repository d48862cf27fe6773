namespace RestoreDrill.Records.Tests.Documentation;

/// <summary>docs/records.md, whose statements are run here.</summary>
internal static class RecordsPage
{
    /// <summary>The SQL block that holds <paramref name="words"/>.</summary>
    internal static string Sql(string words)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "RestoreDrill.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        var page = File.ReadAllText(Path.Combine(folder.FullName, "docs", "records.md"));
        return page.Split("```").Single(block => block.StartsWith("sql\n", StringComparison.Ordinal) && block.Contains(words, StringComparison.Ordinal))[4..];
    }
}
