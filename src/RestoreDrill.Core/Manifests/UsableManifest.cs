using RestoreDrill.Core.Json;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Sandwich;

namespace RestoreDrill.Core.Manifests;

/// <summary>A manifest as it was recorded, once every digest agrees: the copy's tag with the manifest, and the manifest with its parts.</summary>
public sealed class UsableManifest
{
    private readonly IReadOnlyList<ManifestPart> _catalogs;
    private readonly IReadOnlyList<ManifestPart> _relations;

    private UsableManifest(SourceManifest manifest, IReadOnlyList<ManifestPart> catalogs, IReadOnlyList<ManifestPart> relations) =>
        (Manifest, _catalogs, _relations) = (manifest, catalogs, relations);

    public SourceManifest Manifest { get; }

    /// <summary>Loads the manifest of a copy run.</summary>
    /// <param name="store">Where it was saved.</param>
    /// <param name="copyRun">The copy run.</param>
    /// <param name="sourceResourceId">DbiResourceId of the source, by the copy's facts.</param>
    /// <param name="sha256">What the copy's tag says.</param>
    /// <param name="cancellationToken">Cancels the loading.</param>
    /// <returns>The manifest; or null, why it cannot be used, and whether that is because something was changed.</returns>
    public static async Task<(UsableManifest? Manifest, string? Problem, bool Changed)> LoadAsync(
        IManifestStore store, RunId copyRun, string sourceResourceId, string sha256, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        if (await store.FindManifestAsync(copyRun, cancellationToken).ConfigureAwait(false) is not { } stored)
        {
            return (null, $"the copy's tag names a manifest, {sha256}, but our records have none of copy run {copyRun}", false);
        }

        var digest = SourceManifest.DigestOf(stored.Text);
        if (digest != sha256)
        {
            return (null, $"the recorded manifest has digest {digest}, the copy's tag says {sha256}: one of them was changed", true);
        }

        var (manifest, problem) = SourceManifest.Read(stored.Text);
        if (manifest is null)
        {
            return (null, problem, false);
        }

        if (manifest.SourceResourceId != sourceResourceId || manifest.Run != copyRun)
        {
            return (null, $"the recorded manifest is of source {manifest.SourceResourceId} and copy run {manifest.Run}, the copy is of {sourceResourceId} and {copyRun}", true);
        }

        var catalogs = await store.PartsAsync(copyRun, ManifestSubject.Catalog, cancellationToken).ConfigureAwait(false);
        var relations = await store.PartsAsync(copyRun, ManifestSubject.Relations, cancellationToken).ConfigureAwait(false);
        var found = catalogs.Concat(relations).Select(static part => part.ToEntry()).ToHashSet();
        return found.SetEquals(manifest.Parts)
            ? (new UsableManifest(manifest, catalogs, relations), null, false)
            : (null, "parts of the recorded manifest are missing, or are not those that it names: a record was changed", true);
    }

    /// <summary>A catalog of the source at one end; null where the database was not there.</summary>
    public DatabaseCatalog? Catalog(ReadingMoment moment, string database) =>
        _catalogs.FirstOrDefault(part => part.Moment == moment && part.Database == database) is { } part ? CatalogText.Read(part.Text) : null;

    /// <summary>Every database of which a catalog was read, at either end; the shared catalogs first.</summary>
    public IReadOnlyList<string> Databases => [.. _catalogs.Select(static part => part.Database).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The relations whose old rows were read, before the snapshot or after, as they were when the reading of their rows began.</summary>
    public IReadOnlyList<(RelationStance Stance, OldRowEntry Entry)> OldRows(ReadingMoment moment)
    {
        var stances = Stances(moment);
        return [.. (moment == ReadingMoment.Before ? Manifest.EarlyRows : Manifest.OldRows).Select(entry => (stances[entry.Relation], entry))];
    }

    /// <summary>About how many rows each relation had that was there before the snapshot and after it: of both numbers the smaller one.</summary>
    public IReadOnlyDictionary<RelationName, long> EstimatedRows()
    {
        var after = Stances(ReadingMoment.After);
        return Stances(ReadingMoment.Before).Values.Where(stance => after.ContainsKey(stance.Name))
            .ToDictionary(static stance => stance.Name, stance => Math.Min(stance.EstimatedRows ?? 0, after[stance.Name].EstimatedRows ?? 0));
    }

    /// <summary>The old rows of a relation.</summary>
    /// <param name="store">Where they were saved.</param>
    /// <param name="moment">Before the snapshot or after.</param>
    /// <param name="stance">The relation, see <see cref="OldRows"/>.</param>
    /// <param name="entry">What the manifest says of it.</param>
    /// <param name="ranges">All ranges that the copy run has read.</param>
    /// <param name="cancellationToken">Cancels the loading.</param>
    /// <exception cref="InvalidDataException">They do not give the digest that the manifest names: a record was changed.</exception>
    public async Task<RelationGroups> GroupsAsync(
        IManifestStore store, ReadingMoment moment, RelationStance stance, OldRowEntry entry, IReadOnlyList<OldRowRange> ranges, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(stance);
        ArgumentNullException.ThrowIfNull(entry);
        var ofRelation = ranges.Where(range => range.Moment == moment && range.Relation == stance.Name && range.Outcome == ReadingOutcome.Read).ToList();
        if (SourceManifest.DigestOf(ofRelation) != entry.Sha256)
        {
            throw new InvalidDataException($"The recorded old rows of {stance.Name} are not those that the manifest of {Manifest.Run} names: a record was changed.");
        }

        var parts = await store.OldRowGroupsAsync(Manifest.Run, moment, stance.Name, cancellationToken).ConfigureAwait(false);
        return RelationGroups.Joined(ofRelation.Count == 0 ? 1 : ofRelation[0].Grain, stance.Blocks, parts);
    }

    private Dictionary<RelationName, RelationStance> Stances(ReadingMoment moment) => _relations.Where(part => part.Moment == moment)
        .SelectMany(static part => CanonicalJson.Read<List<RelationStance>>(part.Text)).ToDictionary(static stance => stance.Name);
}
