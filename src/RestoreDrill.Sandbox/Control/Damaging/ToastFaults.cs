namespace RestoreDrill.Sandbox.Control.Damaging;

/// <summary>Faults of the file that holds a table's out-of-line values.</summary>
public static class ToastFaults
{
    /// <summary>A page of out-of-line values is all zeroes.</summary>
    public static SnapshotFault ZeroToastPage { get; } = Of("zeroToastPage", "A page of the table's out-of-line values is all zeroes.", "zeroed", static (page, _) => page.Zero());

    /// <summary>One byte of an out-of-line value is another one.</summary>
    public static SnapshotFault ToastByteFlip { get; } = Of("toastByteFlip", "One byte of an out-of-line value of the table is another one.", "changed", static (page, item) =>
    {
        var tuple = page.Tuple(item)!.Value;
        page.Flip(tuple.Offset + (tuple.Length / 2), 1);
    });

    internal static IReadOnlyList<SnapshotFault> All { get; } = [ZeroToastPage, ToastByteFlip];

    private static SnapshotFault Of(string name, string summary, string done, Action<Page, int> change) => new(name, summary, async (scene, ct) =>
    {
        var target = await scene.TargetAsync(ct);
        scene.Change(target.ToastFile ?? throw new ArgumentException($"{target.Name} has no out-of-line values."), pages => Strike(pages, change));
        return $"A page of the out-of-line values of {scene.Database}.{target.Name} was {done} in {scene.Snapshot}.";
    });

    private static void Strike(PageFile pages, Action<Page, int> change)
    {
        for (var block = pages.Count / 2; block < pages.Count; block++)
        {
            var page = pages.Read(block);
            for (var item = 1; item <= page.Items; item++)
            {
                // A chunk, not the pointer that an update left.
                if (page.Tuple(item) is { Length: > 1000 })
                {
                    change(page, item);
                    pages.Write(block, page);
                    return;
                }
            }
        }

        throw new InvalidOperationException("The table has no long out-of-line value.");
    }
}
