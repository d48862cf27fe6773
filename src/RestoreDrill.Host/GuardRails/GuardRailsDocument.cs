using RestoreDrill.Core.GuardRails;
using RestoreDrill.Core.Installation;

namespace RestoreDrill.Host.GuardRails;

/// <summary>How the guard rails stand, for machines.</summary>
internal sealed record GuardRailsDocument
{
    public required string Installation { get; init; }

    public required DateTimeOffset LookedAt { get; init; }

    public required int Holding { get; init; }

    public required int Broken { get; init; }

    public required int NotCheckable { get; init; }

    public required IReadOnlyList<GuardRailDocument> Rails { get; init; }

    /// <summary>Why this is not on record, so that <c>status</c> does not know of it; null: it is.</summary>
    public string? NotRecorded { get; init; }

    public static GuardRailsDocument Of(InstallationId installation, DateTimeOffset now, IReadOnlyList<GuardRailAnswer> answers) => new()
    {
        Installation = installation.Value,
        LookedAt = now,
        Holding = Count(answers, GuardRailState.Holds),
        Broken = Count(answers, GuardRailState.Broken),
        NotCheckable = Count(answers, GuardRailState.NotCheckable),
        Rails = [.. answers.Select(GuardRailDocument.Of)],
    };

    private static int Count(IEnumerable<GuardRailAnswer> answers, GuardRailState state) => answers.Count(answer => answer.State == state);
}
