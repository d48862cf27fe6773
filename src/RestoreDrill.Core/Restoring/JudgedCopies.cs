using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Facts;
using RestoreDrill.Core.Protection;

namespace RestoreDrill.Core.Restoring;

/// <summary>
/// The copies in the vault, each with what it is worth: by listing the account and by the bucket of facts, and by nothing else. Neither our records nor the source account is asked.
/// </summary>
/// <param name="options">The configuration.</param>
/// <param name="facts">The bucket of facts; null: there is none, and of no copy is known whether a drill passed.</param>
public sealed class JudgedCopies(InstallationOptions options, IFactStore? facts)
{
    private static readonly CopyRecord Nothing = new([], []);

    /// <summary>The copies of some protected databases, in the order of the names, each newest data first.</summary>
    /// <exception cref="CloudException">The bucket cannot be listed.</exception>
    public async Task<IReadOnlyList<JudgedCopy>> OfAsync(IReadOnlyList<string> databases, IReadOnlyList<CloudSnapshot> snapshots, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(databases);
        ArgumentNullException.ThrowIfNull(snapshots);
        var known = new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal);
        if (Reader is { } reader)
        {
            foreach (var name in options.Databases.Select(static one => one.Name))
            {
                known[name] = await reader.CopiesAsync(options.Installation, name, cancellationToken).ConfigureAwait(false);
            }
        }

        var copies = new List<JudgedCopy>();
        foreach (var name in databases)
        {
            // One that has lost its tags is no copy to a drill any more; here it is told.
            var listed = CopyList.Of(snapshots, options.Installation, name);
            foreach (var copy in listed.Concat(snapshots.Where(snapshot => snapshot.IsAvailable && !listed.Contains(snapshot) && WasOf(name, snapshot, known))))
            {
                copies.Add(await JudgeAsync(name, copy, cancellationToken).ConfigureAwait(false));
            }
        }

        return copies;
    }

    /// <summary>What one copy is worth. That nothing can be read of it does not hide the others.</summary>
    public async Task<JudgedCopy> JudgeAsync(string database, CloudSnapshot copy, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(copy);
        if (Reader is not { } reader)
        {
            var report = new StandingReport(
                CopyStanding.Unproven, "No bucket of facts is configured (RestoreDrill:Facts): whether a drill of it passed is in RestoreDrill's own records alone.", null, []);
            return new JudgedCopy(database, copy, report, Nothing);
        }

        try
        {
            var record = await reader.ReadAsync(options.Installation, database, copy.Name, FactReader.Deciding, cancellationToken).ConfigureAwait(false);
            return new JudgedCopy(database, copy, StandingRules.Judge(copy, record), record);
        }
        catch (CloudException e)
        {
            return new JudgedCopy(database, copy, new StandingReport(CopyStanding.NotKnown, $"Its facts cannot be read: {e.Message}", null, []), Nothing);
        }
    }

    private FactReader? Reader => facts is null || options.Facts is not { } wanted ? null : new FactReader(facts, wanted);

    /// <summary>By the bucket or, where that names it for no database, by its own name.</summary>
    private bool WasOf(string name, CloudSnapshot snapshot, Dictionary<string, IReadOnlySet<string>> known) =>
        (known.TryGetValue(name, out var ofDatabase) && ofDatabase.Contains(snapshot.Name))
        || (CopyTags.MayBeLostBy(snapshot, options.Installation, name) && !known.Values.Any(copies => copies.Contains(snapshot.Name)));
}
