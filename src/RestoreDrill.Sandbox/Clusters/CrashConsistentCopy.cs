namespace RestoreDrill.Sandbox.Clusters;

/// <summary>
/// Physical copies of a cluster at one instant, as a storage snapshot makes them: every process of the server stands still while its files are copied.
/// Sessions survive it. A server that starts on the copy recovers as after a crash: unlogged tables are empty, sequences may have jumped ahead by up
/// to 32 values, row versions (<c>ctid</c>, <c>xmin</c>) and the system identifier are the source's.
/// </summary>
public static class CrashConsistentCopy
{
    /// <summary>
    /// Copies a cluster, running or stopped, into a directory that does not exist yet. The directory appears only once it is whole.
    /// </summary>
    public static async Task<ClusterSnapshot> TakeAsync(PostgresCluster cluster, string targetDirectory, CancellationToken ct)
    {
        using var held = await cluster.HoldAsync(ct);
        RefuseTablespaces(cluster.DataDirectory);
        var partial = await MakeRoomAsync(targetDirectory, ct);
        var time = cluster.Options.Time;
        var started = time.GetTimestamp();
        var frozen = TimeSpan.Zero;
        DateTimeOffset takenAt;
        if (cluster.IsRunning && cluster.PostmasterId is { } postmaster)
        {
            await using (await FrozenServer.FreezeAsync(postmaster, time, ct))
            {
                takenAt = time.GetUtcNow();
                await CopyFilesAsync(cluster.DataDirectory, partial, ct);
            }
            frozen = time.GetElapsedTime(started);
        }
        else
        {
            takenAt = time.GetUtcNow();
            await CopyFilesAsync(cluster.DataDirectory, partial, ct);
        }
        Finish(partial, targetDirectory);
        return new ClusterSnapshot(Path.GetFullPath(targetDirectory), takenAt, frozen);
    }

    /// <summary>Copies a data directory that no server runs on: a snapshot. The target appears only once it is whole.</summary>
    public static Task CopyAtRestAsync(string snapshotDirectory, string targetDirectory, CancellationToken ct) =>
        AtRestAsync(snapshotDirectory, targetDirectory, CopyFilesAsync, ct);

    /// <summary>
    /// Copies a snapshot into another snapshot: what is never changed in place can share its files. Either may be removed or replaced. The target
    /// appears only once it is whole.
    /// </summary>
    public static Task ShareAtRestAsync(string snapshotDirectory, string targetDirectory, CancellationToken ct) =>
        AtRestAsync(snapshotDirectory, targetDirectory, LinkFilesAsync, ct);

    private static async Task AtRestAsync(string snapshotDirectory, string targetDirectory, Func<string, string, CancellationToken, Task> copy, CancellationToken ct)
    {
        if (!File.Exists(Path.Combine(snapshotDirectory, "PG_VERSION")))
        {
            throw new DirectoryNotFoundException($"{snapshotDirectory} is not the data directory of a PostgreSQL cluster.");
        }
        var partial = await MakeRoomAsync(targetDirectory, ct);
        await copy(snapshotDirectory, partial, ct);
        Finish(partial, targetDirectory);
    }

    private static async Task<string> MakeRoomAsync(string targetDirectory, CancellationToken ct)
    {
        if (Directory.Exists(targetDirectory))
        {
            throw new IOException($"{targetDirectory} exists already; a copy never overwrites.");
        }
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(targetDirectory))!);
        var partial = Path.GetFullPath(targetDirectory) + ".partial";
        await PostgresCluster.RemoveAsync(partial, ct);
        return partial;
    }

    private static Task CopyFilesAsync(string source, string target, CancellationToken ct) => CopyAsync("--reflink=auto", source, target, ct);

    private static Task LinkFilesAsync(string source, string target, CancellationToken ct) => CopyAsync("--link", source, target, ct);

    private static async Task CopyAsync(string how, string source, string target, CancellationToken ct)
    {
        try
        {
            await Command.RunAsync("cp", ["-a", how, "--", source, target], ct);
        }
        catch (Exception)
        {
            await PostgresCluster.RemoveAsync(target, CancellationToken.None);
            throw;
        }
    }

    private static void Finish(string partial, string targetDirectory)
    {
        // They name the source's process, which a server on the copy would take for another server on its own files.
        File.Delete(Path.Combine(partial, "postmaster.pid"));
        File.Delete(Path.Combine(partial, "postmaster.opts"));
        Directory.Move(partial, targetDirectory);
    }

    private static void RefuseTablespaces(string dataDirectory)
    {
        if (Directory.EnumerateFileSystemEntries(Path.Combine(dataDirectory, "pg_tblspc")).Any())
        {
            throw new NotSupportedException("The cluster has tablespaces outside its data directory; a copy would share them with the source.");
        }
    }
}
