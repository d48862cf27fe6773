using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Installation;

/// <summary>
/// The names RestoreDrill gives to what it makes. Each follows from the installation and the run alone, so that a step repeated after
/// a crash asks for the same name again and finds what it made before.
/// </summary>
/// <remarks>
/// RDS: a DB instance identifier has 1 to 63 letters, digits or hyphens, a snapshot identifier 1 to 255; both begin with a letter,
/// without two hyphens in a row or one at the end (CreateDBInstance, CreateDBSnapshot).
/// </remarks>
public sealed class ResourceNames(InstallationId installation)
{
    /// <summary>What every scratch instance of any installation begins with.</summary>
    public const string ScratchPrefixOfAll = "rd-scratch-";

    /// <summary>What every scratch instance of this installation begins with.</summary>
    public string ScratchPrefix => $"{ScratchPrefixOfAll}{installation}-";

    /// <summary>What every instance begins with that this installation restores in an emergency. No drill, and no sweep, ever touches one.</summary>
    public string RestoredPrefix => $"rd-restored-{installation}-";

    /// <summary>What every staging snapshot of this installation begins with.</summary>
    public string StagingPrefix => $"rd-staging-{installation}-";

    /// <summary>What every copy of this installation begins with.</summary>
    public string CopyPrefix => $"rd-copy-{installation}-";

    /// <summary>The scratch instance of a drill.</summary>
    public string ScratchInstance(RunId drill) => ScratchPrefix + drill;

    /// <summary>The instance of an emergency restore, unless the person who plans it gives it another name with <see cref="RestoredPrefix"/>.</summary>
    public string RestoredInstance(RunId restore) => RestoredPrefix + restore;

    /// <summary>The snapshot a copy run takes in the source account.</summary>
    public string StagingSnapshot(RunId copyRun) => StagingPrefix + copyRun;

    /// <summary>The staging snapshot under a customer managed key, when the instance is encrypted under the account's default key.</summary>
    public string ReencryptedSnapshot(RunId copyRun) => $"{StagingPrefix}{copyRun}-cmk";

    /// <summary>The copy in the vault account.</summary>
    public string Copy(RunId copyRun) => CopyPrefix + copyRun;

    /// <summary>The copy run whose copy has this name; null if the name is not one that this installation gives.</summary>
    public RunId? CopyRunOf(string copy)
    {
        ArgumentNullException.ThrowIfNull(copy);
        return copy.StartsWith(CopyPrefix, StringComparison.Ordinal) && RunId.TryParse(copy[CopyPrefix.Length..], out var run) && run.Kind == RunKind.Copy ? run : null;
    }

    /// <summary>The drill whose scratch instance has this name; null if the name is not one that this installation gives.</summary>
    public RunId? DrillOf(string scratchInstance)
    {
        ArgumentNullException.ThrowIfNull(scratchInstance);
        return scratchInstance.StartsWith(ScratchPrefix, StringComparison.Ordinal)
            && RunId.TryParse(scratchInstance[ScratchPrefix.Length..], out var drill) && drill.Kind == RunKind.Drill ? drill : null;
    }
}
