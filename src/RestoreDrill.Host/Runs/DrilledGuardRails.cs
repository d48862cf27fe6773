using RestoreDrill.Core.GuardRails;
using RestoreDrill.Host.GuardRails;

namespace RestoreDrill.Host.Runs;

/// <summary>The guard rails as they stood when a drill began, for machines.</summary>
/// <param name="LookedAt">When, by the clock of the host that looked.</param>
/// <param name="Rails">Each answer.</param>
internal sealed record DrilledGuardRails(DateTimeOffset LookedAt, IReadOnlyList<GuardRailDocument> Rails)
{
    public static DrilledGuardRails Of(GuardRailFindings findings) => new(findings.LookedAt, [.. findings.Answers.Select(GuardRailDocument.Of)]);
}
