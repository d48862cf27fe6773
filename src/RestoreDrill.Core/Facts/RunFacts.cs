using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Manifests;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Facts;

/// <summary>What a run that has come to its end found out about copies, as facts for the store. The same run gives the same facts, key by key.</summary>
internal sealed class RunFacts(InstallationId installation, IRunStore records)
{
    /// <param name="run">The run.</param>
    /// <param name="ending">How it ends, or has ended.</param>
    /// <param name="since">Since when that is so.</param>
    /// <param name="cancellationToken">Cancels the queries.</param>
    /// <returns>In the order in which they are put: what speaks against a copy first, a verdict last, once all is there that it rests on.</returns>
    /// <exception cref="StepFailedException">Our records are not what they were when the run wrote them.</exception>
    /// <remarks>An emergency restore gives none: what the store says of a copy is what copy runs and drills have found.</remarks>
    public Task<IReadOnlyList<FactObject>> OfAsync(Run run, RunOutcome ending, DateTimeOffset since, CancellationToken cancellationToken) => run.Kind switch
    {
        RunKind.Copy => OfCopyAsync(run, CanonicalJson.Read<CopyState>(run.State), ending, cancellationToken),
        RunKind.Drill => OfDrillAsync(run, CanonicalJson.Read<DrillState>(run.State), since, cancellationToken),
        _ => Task.FromResult<IReadOnlyList<FactObject>>([]),
    };

    private async Task<IReadOnlyList<FactObject>> OfCopyAsync(Run run, CopyState state, RunOutcome ending, CancellationToken cancellationToken)
    {
        if (ending != RunOutcome.Copied || state is not { CopyName: { } copy, Facts: { } carried })
        {
            return [];
        }

        var objects = new CopyFactObjects(installation, run.Database, copy);
        if (state.Reading?.ManifestSha256 is not { } sha256)
        {
            return [objects.Of(carried)];
        }

        return await records.FindManifestAsync(run.Id, cancellationToken).ConfigureAwait(false) is { } stored && SourceManifest.DigestOf(stored.Text) == sha256
            ? [objects.OfManifest(run.Id, stored.Text), objects.Of(carried)]
            : throw new StepFailedException($"The manifest of the source in our records is not the one with the digest {sha256} that copy {copy} is tagged with: the record was changed, or is gone.");
    }

    private async Task<IReadOnlyList<FactObject>> OfDrillAsync(Run run, DrillState state, DateTimeOffset since, CancellationToken cancellationToken)
    {
        if (state is not { CopyName: { } copy, CopyArn: { } arn, Verdict: { } verdict })
        {
            return [];
        }

        var revoked = (await records.RevocationsAsync(run.Database, cancellationToken).ConfigureAwait(false)).Where(one => one.FoundBy == run.Id);
        var facts = revoked.Select(one => new CopyFactObjects(installation, run.Database, one.CopyName).Of(one)).ToList();
        var objects = new CopyFactObjects(installation, run.Database, copy);
        if (await records.FindBirthCertificateAsync(arn, cancellationToken).ConfigureAwait(false) is { } certificate && certificate.PinnedBy == run.Id)
        {
            facts.Add(objects.Of(certificate));
        }

        facts.Add(objects.Of(new VerdictFact
        {
            Database = run.Database,
            CopyName = copy,
            CopyArn = arn,
            Drill = run.Id,
            ConcludedAt = since,
            Verdict = verdict,
            GuardRails = state.GuardRails,

            // What comes after the verdict may not be known yet, and the same drill has to give the same fact whenever it is put.
            Times = state.Times with { RemovedAt = null },
        }));
        return facts;
    }
}
