using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Sandwich;

namespace RestoreDrill.Core.Manifests;

/// <summary>
/// What runs have saved of sources and copies (see <see cref="RunChange"/>). Every member throws <see cref="StoreUnavailableException"/> when the store cannot be
/// reached.
/// </summary>
public interface IManifestStore
{
    /// <summary>The parts of a run on one subject, in order of moment and database.</summary>
    Task<IReadOnlyList<ManifestPart>> PartsAsync(RunId run, ManifestSubject subject, CancellationToken cancellationToken);

    /// <summary>The manifest of a copy run, its text and the digest it was saved with; null where it has none.</summary>
    Task<(string Text, string Sha256)?> FindManifestAsync(RunId copyRun, CancellationToken cancellationToken);

    /// <summary>The ranges of old rows that a copy run has read, in order of moment, relation and block.</summary>
    Task<IReadOnlyList<OldRowRange>> OldRowsAsync(RunId copyRun, CancellationToken cancellationToken);

    /// <summary>The old rows of one relation that a copy run has read at one moment, range by range in order of block; only what was read.</summary>
    Task<IReadOnlyList<RelationGroups>> OldRowGroupsAsync(RunId copyRun, ReadingMoment moment, RelationName relation, CancellationToken cancellationToken);

    /// <summary>The comparisons of old rows that a drill has saved, in order of moment, relation and block.</summary>
    Task<IReadOnlyList<ComparedRange>> ComparisonsAsync(RunId drill, CancellationToken cancellationToken);
}
