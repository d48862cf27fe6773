using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Host.Status;

/// <summary>Judges the copies a protected database's records rely on by what the vault account answered.</summary>
/// <param name="snapshots">Every manual snapshot of the vault account, ours or not.</param>
/// <param name="installation">Whose copies they must be.</param>
/// <param name="database">The protected database.</param>
internal sealed class CopiesInVault(IReadOnlyList<CloudSnapshot> snapshots, InstallationId installation, string database)
{
    private readonly Dictionary<string, CloudSnapshot> _byName = snapshots.DistinctBy(static snapshot => snapshot.Name).ToDictionary(static snapshot => snapshot.Name, StringComparer.Ordinal);

    /// <summary>The copies a drill can choose from.</summary>
    public IReadOnlyList<CloudSnapshot> Usable { get; } = CopyList.Of(snapshots, installation, database);

    /// <summary>Whether there is a snapshot of this name, usable or not.</summary>
    public bool Holds(string copy) => _byName.ContainsKey(copy);

    /// <summary>What keeps a copy from being used, to follow its name; null: nothing, it is there.</summary>
    public string? TroubleWith(string copy)
    {
        if (!_byName.TryGetValue(copy, out var snapshot))
        {
            return "is not in the vault account any more; RestoreDrill cannot have deleted it: see CloudTrail there, and runbooks/copy-missing.md";
        }

        if (!snapshot.IsAvailable)
        {
            return $"is in the vault account, but its status is '{snapshot.Status}', not available";
        }

        return Usable.Any(usable => usable.Name == copy)
            ? null
            : $"{CopyTags.Words(snapshot, installation, database)}: it is there, and no drill takes it; see CloudTrail in the vault account for who changed them";
    }

    /// <summary>Copies that are still there and whose last drill with an answer was a <see cref="RunOutcome.Fail"/>, with that drill.</summary>
    /// <param name="drills">The database's finished drills, newest first.</param>
    public IEnumerable<(string Copy, Run Drill)> Failed(IEnumerable<Run> drills)
    {
        var judged = new HashSet<string>(StringComparer.Ordinal);
        foreach (var drill in drills.Where(static drill => drill.Outcome is RunOutcome.Fail or RunOutcome.Pass))
        {
            if (CopyOfRun.NameOf(drill) is { } copy && judged.Add(copy) && drill.Outcome == RunOutcome.Fail && _byName.ContainsKey(copy))
            {
                yield return (copy, drill);
            }
        }
    }
}
