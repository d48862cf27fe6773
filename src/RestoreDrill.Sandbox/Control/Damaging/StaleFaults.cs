namespace RestoreDrill.Sandbox.Control.Damaging;

/// <summary>Content that was right once, or elsewhere: all of it is valid.</summary>
public static class StaleFaults
{
    /// <summary>A page of a table is as it was in an earlier snapshot.</summary>
    public static SnapshotFault StaleBlock { get; } = new("staleBlock", "A page of the table is as it was in an earlier snapshot (`donor`), checksum and all.", async (scene, ct) =>
    {
        var target = await scene.TargetAsync(ct);
        using var older = PageFile.Open(Path.Combine(scene.Donor(false), target.File));
        scene.Change(target.File, pages =>
        {
            var block = Enumerable.Range(0, Math.Min(pages.Count, older.Count)).Cast<int?>().FirstOrDefault(at => pages.Read(at!.Value).Room != older.Read(at.Value).Room)
                ?? throw new InvalidOperationException($"No page of {target.Name} has got other rows since the earlier snapshot.");
            pages.Write(block, older.Read(block));
        });
        return $"A page of {scene.Database}.{target.Name} is as old as an earlier snapshot in {scene.Snapshot}.";
    });

    /// <summary>The whole file of a table is as it was in an earlier snapshot.</summary>
    public static SnapshotFault StaleFile { get; } = new("staleFile", "The whole file of the table is that of an earlier snapshot (`donor`).", async (scene, ct) =>
    {
        var target = await scene.TargetAsync(ct);
        var older = Path.Combine(scene.Donor(false), target.File);
        var (now, then) = (await File.ReadAllBytesAsync(scene.PathOf(target.File), ct), await File.ReadAllBytesAsync(older, ct));
        if (now.AsSpan().SequenceEqual(then))
        {
            throw new InvalidOperationException($"The file of {target.Name} is the same in the earlier snapshot.");
        }

        File.Copy(older, scene.PathOf(target.File), overwrite: true);
        return $"The file of {scene.Database}.{target.Name} is that of an earlier snapshot in {scene.Snapshot}.";
    });

    /// <summary>Everything is as in an earlier snapshot of the same instance.</summary>
    public static SnapshotFault OlderSnapshot { get; } = new("olderSnapshot", "Everything is an earlier snapshot (`donor`) of the same instance, under the newer one's name.", async (scene, ct) =>
    {
        await scene.ReplaceAsync(scene.Donor(false), ct);
        return $"{scene.Snapshot} holds an earlier snapshot of its instance.";
    });

    /// <summary>Everything is another instance's snapshot.</summary>
    public static SnapshotFault OtherInstance { get; } = new("otherInstance", "Everything is a snapshot (`donor`) of another instance, under this one's name.", async (scene, ct) =>
    {
        await scene.ReplaceAsync(scene.Donor(true), ct);
        return $"{scene.Snapshot} holds a snapshot of another instance.";
    });

    internal static IReadOnlyList<SnapshotFault> All { get; } = [StaleBlock, StaleFile, OlderSnapshot, OtherInstance];
}
