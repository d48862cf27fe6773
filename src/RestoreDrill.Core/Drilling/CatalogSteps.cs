using RestoreDrill.Core.Manifests;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Drilling;

/// <summary>The steps of a drill, and of an emergency restore, that read the copy's catalogs, before the drill grants itself anything.</summary>
internal sealed class CatalogSteps(DatabaseReaders readers, IRunStore store, ControlSteps control, ChainSteps? chain, TimeProvider time)
{
    private static readonly TimeSpan StepLength = TimeSpan.FromSeconds(20);

    public Task<StepResult> ReadAsync(Step<DrillState> step, CancellationToken cancellationToken) =>
        control.WithControlAsync(step, async login =>
        {
            if (chain?.IsToBegin(step) == true)
            {
                return await chain.BeginAsync(step, login, cancellationToken).ConfigureAwait(false);
            }

            var collector = new PartCollector(readers, store, time, StepLength) { Relations = true };
            var (parts, databases, complete) = await collector.CollectAsync(step.Id, login, ReadingMoment.Copy, [], cancellationToken).ConfigureAwait(false);
            var result = complete
                ? Step<DrillState>.Next(DrillPhases.Listing, step.State, $"the catalogs of {databases.Count} databases are read")
                : step.Again(step.State, null, $"the catalogs of {databases.Count} databases are being read");
            return result with { Parts = parts };
        });

    /// <summary>Reads again, with the rights that the drill has earned, the catalogs of databases of which something could not be read without them.</summary>
    public async Task<IReadOnlyList<ManifestPart>> CompleteAsync(
        RunId drill, InstanceLogin login, IReadOnlyCollection<string> entered, CancellationToken cancellationToken)
    {
        var parts = await store.PartsAsync(drill, ManifestSubject.Catalog, cancellationToken).ConfigureAwait(false);
        var completed = new List<ManifestPart>();
        foreach (var part in parts.Where(part => part.Moment == ReadingMoment.Copy && entered.Contains(part.Database)))
        {
            if (CatalogText.Read(part.Text) is { Unavailable: not null } or { Unread.Count: > 0 })
            {
                var again = await readers.Catalogs.ReadAsync(login, part.Database, cancellationToken).ConfigureAwait(false);
                completed.Add(part with { Moment = ReadingMoment.Entitled, Text = CatalogText.Write(again) });
            }
        }

        return completed;
    }
}
