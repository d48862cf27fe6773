namespace RestoreDrill.EndToEnd.Tests.Runbooks;

/// <summary>How it went to follow a runbook.</summary>
/// <param name="Name">Its file's name.</param>
/// <param name="Run">How many blocks were run.</param>
/// <param name="Matched">How many of these ended as the runbook says.</param>
/// <param name="NotRun">Why the other blocks were not run, each.</param>
/// <param name="Failures">What is not as it says.</param>
internal sealed record RunbookResult(string Name, int Run, int Matched, IReadOnlyList<string> NotRun, IReadOnlyList<string> Failures)
{
    /// <summary>A line of the summary that <c>make runbooks</c> prints; its columns are apart by tabs.</summary>
    public string Line => string.Join(
        '\t', Name, Run, Matched, NotRun.Count, string.Join("; ", NotRun.CountBy(static why => why).Select(static why => why.Value == 1 ? why.Key : $"{why.Key} ({why.Value})")));

    /// <summary>Leaves the line where <c>make runbooks</c> finds it.</summary>
    public void Report()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Setting.Programs.Root, "artifacts", "runbooks")).FullName;
        File.WriteAllText(Path.Combine(folder, $"{Name}.tsv"), $"{Line}\n");
    }
}
