namespace RestoreDrill.EndToEnd.Tests.Runbooks;

/// <summary>A command block of a runbook.</summary>
/// <param name="Line">The line of the runbook on which its commands begin.</param>
/// <param name="State">The state that its section is for, where one is named right before it; it stays until the next.</param>
/// <param name="Command">What the reader is to give, with <c>&lt;placeholders&gt;</c>.</param>
/// <param name="Expected">What the reader should see; null where nothing is promised.</param>
/// <param name="ExitCode">How it should end.</param>
/// <param name="NotRun">Why it is not run; null where it is.</param>
/// <param name="Typed">What the reader types while it runs, a line each; with any, it is run on a terminal.</param>
internal sealed record RunbookBlock(
    int Line, string? State, string Command, string? Expected, int ExitCode, string? NotRun, IReadOnlyList<string> Typed);
