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

    /// <summary>
    /// What can be followed by itself: each part begins with a state of accounts of its own, and nothing that is shown in one is needed in another.
    /// </summary>
    public IReadOnlyList<Runbook> PartsBy(IReadOnlyDictionary<string, RunbookState> states)
    {
        var parts = new List<List<RunbookBlock>> { new() };
        foreach (var block in Blocks)
        {
            if (block.State is { } name && states.GetValueOrDefault(name)?.Beginning is not null && parts[^1].Exists(static before => before.State is not null))
            {
                parts.Add([]);
            }

            parts[^1].Add(block);
        }

        return [.. parts.Select((part, index) => this with { Blocks = part, Problems = index == 0 ? Problems : [] })];
    }

    public static Runbook Read(string name) => RunbookParser.Parse(name, File.ReadAllText(Path.Combine(Folder, name)));
}
