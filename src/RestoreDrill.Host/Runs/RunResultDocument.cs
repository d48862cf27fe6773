namespace RestoreDrill.Host.Runs;

/// <summary>What <c>copy</c> and <c>drill</c> print for machines.</summary>
/// <param name="Opened">Whether this command opened the run; false: it went on with one that was open.</param>
/// <param name="Run">The finished run.</param>
/// <param name="Copy">Copy runs only.</param>
/// <param name="Drill">Drills only.</param>
internal sealed record RunResultDocument(bool Opened, RunDocument Run, CopyDocument? Copy, DrillDocument? Drill)
{
    public static RunResultDocument Of(bool opened, RunDetails details) => new(
        opened,
        RunDocument.Of(details.Run),
        details.Copy is { } copy ? CopyDocument.Of(copy) : null,
        details.Drill is { } drill ? DrillDocument.Of(drill, details.Readings) : null);
}
