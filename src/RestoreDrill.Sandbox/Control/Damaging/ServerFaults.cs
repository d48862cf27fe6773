namespace RestoreDrill.Sandbox.Control.Damaging;

/// <summary>Faults of the files that all tables share.</summary>
public static class ServerFaults
{
    /// <summary>The server cannot start on it: a restore ends in <c>incompatible-restore</c>.</summary>
    public static SnapshotFault RemoveControlFile { get; } = new("removeControlFile", "The control file is missing: no server starts on it (`incompatible-restore`).", static (scene, _) =>
    {
        File.Delete(scene.PathOf("global/pg_control"));
        return Task.FromResult($"The control file of {scene.Snapshot} was removed: no server starts on it.");
    });

    /// <summary>Which transactions committed is forgotten: rows that nobody has read since they were made are gone.</summary>
    public static SnapshotFault ZeroTransactionStatus { get; } = new(
        "zeroTransactionStatus", "Which transactions committed (`pg_xact`) is all zeroes: rows that nobody read since they were written are gone.", async (scene, ct) =>
        {
            // Recovery needs it.
            await scene.RecoverAsync(ct);
            foreach (var file in Directory.GetFiles(scene.PathOf("pg_xact")))
            {
                await using var stream = new FileStream(file, FileMode.Open, FileAccess.Write);
                await stream.WriteAsync(new byte[stream.Length], ct);
            }

            return $"The status of all transactions was zeroed in {scene.Snapshot}.";
        });

    internal static IReadOnlyList<SnapshotFault> All { get; } = [RemoveControlFile, ZeroTransactionStatus];
}
