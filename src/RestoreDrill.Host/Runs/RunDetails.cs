using RestoreDrill.Core.Chain;
using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Manifests;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Sandwich;

namespace RestoreDrill.Host.Runs;

/// <summary>A run with what its state machine knows and what it read.</summary>
/// <param name="Run">The run.</param>
/// <param name="Copy">Copy runs: their state.</param>
/// <param name="Drill">Drills and emergency restores: their state.</param>
/// <param name="Readings">Drills and emergency restores: every relation read so far.</param>
internal sealed record RunDetails(Run Run, CopyState? Copy, DrillState? Drill, IReadOnlyList<RelationReading> Readings)
{
    /// <summary>The revocation of the proof of its copy; null: there is none.</summary>
    public Revocation? Revocation { get; init; }

    /// <summary>Drills that compared their copy with earlier ones: how each relation compares.</summary>
    public IReadOnlyList<ChainComparison> Compared { get; init; } = [];

    /// <summary>Drills whose verdict counts them: how each relation compares with the source as it was read after the snapshot.</summary>
    public IReadOnlyDictionary<RelationName, RelationComparison> AgainstSource { get; init; } = new Dictionary<RelationName, RelationComparison>();

    /// <summary>As <see cref="AgainstSource"/>, with the source as it was read before the snapshot; empty where it was not.</summary>
    public IReadOnlyDictionary<RelationName, RelationComparison> AgainstEarlySource { get; init; } = new Dictionary<RelationName, RelationComparison>();

    /// <summary>Relations that had no block in the source: there is nothing to compare, and nothing is recorded of them.</summary>
    public IReadOnlySet<RelationName> EmptyInSource { get; init; } = new HashSet<RelationName>();

    /// <summary>The details of a run.</summary>
    /// <exception cref="InvalidDataException">Another version of RestoreDrill wrote its state.</exception>
    public static async Task<RunDetails> LoadAsync(IRunStore store, Run run, CancellationToken cancellationToken)
    {
        var details = run.Kind switch
        {
            RunKind.Copy => new RunDetails(run, CanonicalJson.Read<CopyState>(run.State), null, []),
            RunKind.Drill or RunKind.Restore => new RunDetails(run, null, CanonicalJson.Read<DrillState>(run.State), await store.ReadingsAsync(run.Id, cancellationToken)),
            _ => throw new InvalidDataException($"Run {run.Id} is of a kind this version does not know."),
        };
        if (details.Drill is { Verdict.ComparesRows: true, Facts: { } facts })
        {
            var compared = await store.ComparisonsAsync(run.Id, cancellationToken);
            var listed = await store.PartsAsync(facts.Run, ManifestSubject.Relations, cancellationToken);
            details = details with
            {
                AgainstSource = Sums(compared, ReadingMoment.After),
                AgainstEarlySource = Sums(compared, ReadingMoment.Before),
                EmptyInSource = listed.Where(static part => part.Moment == ReadingMoment.After).SelectMany(static part => CanonicalJson.Read<List<RelationStance>>(part.Text))
                    .Where(static stance => stance is { Blocks: 0, Reason: null }).Select(static stance => stance.Name).ToHashSet(),
            };
        }

        return details with
        {
            Revocation = new RevokedCopies(await store.RevocationsAsync(run.Database, cancellationToken)).Of(run),
            Compared = details.Drill?.Chain is null ? [] : Sums(await store.ChainAsync(run.Id, cancellationToken)),
        };
    }

    private static Dictionary<RelationName, RelationComparison> Sums(IEnumerable<ComparedRange> ranges, ReadingMoment moment) => ranges
        .Where(range => range.Moment == moment).Select(static range => range.Comparison).GroupBy(static comparison => comparison.Name)
        .ToDictionary(static relation => relation.Key, static relation => relation.Aggregate(static (sum, part) => sum.And(part)));

    private static IReadOnlyList<ChainComparison> Sums(IReadOnlyList<ChainEntry> ranges) =>
    [
        .. ranges.Select(static range => range.Comparison).GroupBy(static range => range.Name)
            .Select(static relation => relation.Aggregate(static (sum, part) => sum.And(part)))
            .OrderBy(static relation => relation.Name, RelationName.Order),
    ];
}
