namespace RestoreDrill.EndToEnd.Tests.Runbooks;

/// <summary>How it went to follow a runbook, or a part of it.</summary>
/// <param name="Name">Its file's name.</param>
/// <param name="Run">How many blocks were run.</param>
/// <param name="Matched">How many of these ended as the runbook says.</param>
/// <param name="NotRun">Why the other blocks were not run, each.</param>
/// <param name="Failures">What is not as it says.</param>
internal sealed record RunbookResult(string Name, int Run, int Matched, IReadOnlyList<string> NotRun, IReadOnlyList<string> Failures)
{
    /// <summary>What <c>make runbooks</c> makes its summary of; the columns are apart by tabs.</summary>
    public string Line => string.Join('\t', Name, Run, Matched, NotRun.Count, string.Join("; ", NotRun));

    /// <summary>Leaves the line where <c>make runbooks</c> finds it.</summary>
    /// <param name="part">Which part of the runbook it is.</param>
    public void Report(int part)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Setting.Programs.Root, "artifacts", "runbooks")).FullName;
        File.WriteAllText(Path.Combine(folder, $"{Name}.{part}.tsv"), $"{Line}\n");
    }
}
