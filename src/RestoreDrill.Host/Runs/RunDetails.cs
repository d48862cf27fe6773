using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Host.Runs;

/// <summary>A run with what its state machine knows and what it read.</summary>
/// <param name="Run">The run.</param>
/// <param name="Copy">Copy runs: their state.</param>
/// <param name="Drill">Drills: their state.</param>
/// <param name="Readings">Drills: every relation read so far.</param>
internal sealed record RunDetails(Run Run, CopyState? Copy, DrillState? Drill, IReadOnlyList<RelationReading> Readings)
{
    /// <summary>The details of a run.</summary>
    /// <exception cref="InvalidDataException">Another version of RestoreDrill wrote its state.</exception>
    public static async Task<RunDetails> LoadAsync(IRunStore store, Run run, CancellationToken cancellationToken) => run.Kind switch
    {
        RunKind.Copy => new RunDetails(run, CanonicalJson.Read<CopyState>(run.State), null, []),
        RunKind.Drill => new RunDetails(run, null, CanonicalJson.Read<DrillState>(run.State), await store.ReadingsAsync(run.Id, cancellationToken)),
        _ => throw new InvalidDataException($"Run {run.Id} is of a kind this version does not know."),
    };
}
