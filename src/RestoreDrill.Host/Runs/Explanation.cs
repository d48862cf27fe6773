using RestoreDrill.Core.Evidence;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Host.Runs;

/// <summary>Everything that is recorded of a run.</summary>
internal sealed record Explanation(RunDetails Details, IReadOnlyList<PhaseSpan> Phases, IReadOnlyList<RunEvent> Events, EvidenceRecord? Evidence)
{
    public static async Task<Explanation> LoadAsync(IRunStore store, Run run, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var events = await store.EventsAsync(run.Id, afterSequence: 0, cancellationToken);
        var details = await RunDetails.LoadAsync(store, run, cancellationToken);
        var evidence = await store.FindEvidenceAsync(run.Id, cancellationToken);
        return new Explanation(details, PhaseSpan.Of(run, events, now), events, evidence);
    }

    /// <summary>The document for machines.</summary>
    /// <param name="command">The whole command line of a verb.</param>
    public object ToDocument(Func<IEnumerable<string>, string> command) => new
    {
        run = RunDocument.Of(Details.Run, Details.Revocation),
        copy = Details.Copy is { } copy ? CopyDocument.Of(copy) : null,
        drill = Details.Drill is { } drill ? DrillDocument.Of(drill, Details) : null,
        phases = Phases,
        events = Events,
        readings = Details.Readings.Select(static reading => new
        {
            table = reading.Name.ToString(),
            kind = reading.Kind,
            outcome = reading.Outcome,
            rows = reading.Rows,
            hashSum = reading.HashSum?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            reason = reading.Reason,
            seconds = reading.Took.TotalSeconds,
        }),
        evidenceSha256 = Evidence?.Sha256,
        next = NextStep.After(Details.Run, Details.Revocation, command),
    };
}
