using RestoreDrill.Host.Restoring;

namespace RestoreDrill.Host.Runs;

/// <summary>What <c>copy</c>, <c>drill</c> and <c>restore run</c> print for machines.</summary>
/// <param name="Opened">Whether this command opened the run; false: it went on with one that was open.</param>
/// <param name="Run">The finished run.</param>
/// <param name="Copy">Copy runs only.</param>
/// <param name="Drill">Drills and emergency restores only.</param>
/// <param name="HandOver">Emergency restores that came to an instance only.</param>
/// <param name="Warnings">What the run warned of, each message once, at most <see cref="RunWarnings.Most"/>.</param>
/// <param name="WarningsLeftOut">How many more there are.</param>
internal sealed record RunResultDocument(
    bool Opened, RunDocument Run, CopyDocument? Copy, DrillDocument? Drill, HandOverDocument? HandOver, IReadOnlyList<RunWarning> Warnings, int WarningsLeftOut)
{
    public static RunResultDocument Of(bool opened, RunDetails details, RunWarnings warnings) => new(
        opened,
        RunDocument.Of(details.Run, details.Revocation),
        details.Copy is { } copy ? CopyDocument.Of(copy) : null,
        details.Drill is { } drill ? DrillDocument.Of(drill, details) : null,
        details.Drill is { } state ? HandOverDocument.Of(state) : null,
        warnings.Shown,
        warnings.LeftOut);
}
