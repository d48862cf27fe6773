namespace RestoreDrill.EndToEnd.Tests.Runbooks;

/// <summary>A runbook as its text promises it.</summary>
/// <param name="Name">Its file's name.</param>
/// <param name="Blocks">Its command blocks, in order.</param>
/// <param name="Problems">What keeps it from being followed by a test, a sentence each.</param>
internal sealed record Runbook(string Name, IReadOnlyList<RunbookBlock> Blocks, IReadOnlyList<string> Problems)
{
    private static string Folder { get; } = Path.Combine(Setting.Programs.Root, "runbooks");

    /// <summary>The names of all runbooks; the index is none.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.GetFiles(Folder, "*.md").Select(static file => Path.GetFileName(file)).Where(static name => name != "README.md").Order(StringComparer.Ordinal)];

    public static Runbook Read(string name) => RunbookParser.Parse(name, File.ReadAllText(Path.Combine(Folder, name)));
}
