using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Installation;

namespace RestoreDrill.Core.Facts;

/// <summary>
/// Reads what the store holds about a copy, over all versions: a delete marker hides nothing, the first version of a key counts, and only what gives the digest of its key. A refusal that may
/// pass is thrown on, to be asked again; one that stays makes that object unreadable, and the others are read all the same.
/// </summary>
public sealed class FactReader(IFactStore store, FactStoreOptions options)
{
    /// <summary>The kinds that decide what a copy is worth; the others can be large.</summary>
    public static IReadOnlyCollection<FactKind> Deciding { get; } = [FactKind.CopyFacts, FactKind.Verdict, FactKind.Revocation];

    /// <summary>The names of the copies of a database that the store holds anything about, whether they are still there or not.</summary>
    /// <exception cref="CloudException">The store did not answer, or refused the list.</exception>
    public async Task<IReadOnlySet<string>> CopiesAsync(InstallationId installation, string database, CancellationToken cancellationToken)
    {
        var versions = await store.ListVersionsAsync(FactKey.PrefixOf(installation, database), cancellationToken).ConfigureAwait(false);
        return versions.Select(static version => FactKey.TryParse(version.Key)?.Copy).OfType<string>().ToHashSet(StringComparer.Ordinal);
    }

    /// <exception cref="CloudException">The store did not answer, or refused the list.</exception>
    public Task<CopyRecord> ReadAsync(InstallationId installation, string database, string copy, CancellationToken cancellationToken) =>
        ReadAsync(installation, database, copy, Enum.GetValues<FactKind>(), cancellationToken);

    /// <summary>The same, of some kinds only.</summary>
    /// <exception cref="CloudException">The store did not answer, or refused the list.</exception>
    public async Task<CopyRecord> ReadAsync(InstallationId installation, string database, string copy, IReadOnlyCollection<FactKind> kinds, CancellationToken cancellationToken)
    {
        var facts = new List<KeptFact>();
        var problems = new List<FactProblem>();
        var versions = await store.ListVersionsAsync(FactKey.PrefixOf(installation, database, copy), cancellationToken).ConfigureAwait(false);
        foreach (var ofKey in versions.GroupBy(static version => version.Key, StringComparer.Ordinal))
        {
            if (FactKey.TryParse(ofKey.Key) is { } key)
            {
                if (!kinds.Contains(key.Kind))
                {
                    // Not read, and yet seen: whoever hides one has been at the others.
                    NoteHidden(ofKey, problems);
                    continue;
                }

                await ReadAsync(key, [.. ofKey], facts, problems, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                problems.Add(new FactProblem(FactProblemKind.Foreign, ofKey.Key, "RestoreDrill gives no such key", ofKey.First().StoredAt));
            }
        }

        return new CopyRecord(facts, problems);
    }

    private async Task ReadAsync(FactKey key, IReadOnlyList<FactVersion> versions, List<KeptFact> facts, List<FactProblem> problems, CancellationToken cancellationToken)
    {
        NoteHidden(versions, problems);
        var written = versions.Where(static version => !version.IsDeleteMarker).ToList();
        foreach (var version in written)
        {
            var isFirst = version == written[0];
            var (fact, kind, reason) = await ReadAsync(key, version, cancellationToken).ConfigureAwait(false);
            if (fact is not null && isFirst)
            {
                facts.Add(new KeptFact(fact, version.StoredAt));
            }
            else if (fact is null)
            {
                problems.Add(new FactProblem(
                    isFirst ? kind : FactProblemKind.Overwritten, version.Key, isFirst ? reason! : $"a later version was put over it, and {reason}", version.StoredAt));
            }
        }
    }

    private static void NoteHidden(IEnumerable<FactVersion> versions, List<FactProblem> problems)
    {
        if (versions.LastOrDefault(static version => version.IsDeleteMarker) is { } marker)
        {
            problems.Add(new FactProblem(FactProblemKind.Hidden, marker.Key, "a delete marker was laid over it", marker.StoredAt));
        }
    }

    private async Task<(FactObject? Fact, FactProblemKind Kind, string? Reason)> ReadAsync(FactKey key, FactVersion version, CancellationToken cancellationToken)
    {
        try
        {
            if (await store.ReadAsync(version, options.LongestDocument, cancellationToken).ConfigureAwait(false) is not { } content)
            {
                return (null, FactProblemKind.Unreadable, FormattableString.Invariant($"it has {version.Size:N0} bytes, of which no more than {options.LongestDocument:N0} are read"));
            }

            var (fact, problem) = FactObject.Read(key, content, options.LongestDocument);
            return (fact, FactProblemKind.Altered, problem);
        }
        catch (CloudException refused) when (!refused.MayPass)
        {
            return (null, FactProblemKind.Unreadable, $"it cannot be read: {refused.Message}");
        }
    }
}
