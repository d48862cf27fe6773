namespace RestoreDrill.Sandbox.Control.Damaging;

/// <summary>Faults of a table's file. Where pages have checksums, those of a page that was changed or written elsewhere say so; a page of zeroes has none.</summary>
public static class HeapFaults
{
    private const byte LowestBit = 1;

    // Where they lie in a tuple, and what they say (PostgreSQL's documentation, "Table Row Layout", and access/htup_details.h).
    private const int TransactionThatEndedIt = 4;
    private const int Flags2 = 18;
    private const int Flags = 20;
    private const ushort EndIsCommitted = 0x0400;
    private const ushort EndIsInvalid = 0x0800;
    private const ushort Moved = 0x2000;

    /// <summary>One bit of a row is flipped; the page's checksum says so, where it has one.</summary>
    public static SnapshotFault HeapBitFlip { get; } = Of("heapBitFlip", "One bit at the end of a row is flipped on disk.", "One bit of the file of {0} was flipped in {1}.",
        static (pages, target) => FlipBit(pages, target.AnyRow));

    /// <summary>One bit of a row was flipped in memory: the page's checksum is that of the damaged page.</summary>
    public static SnapshotFault HeapBitFlipSealed { get; } = new("heapBitFlipSealed", "One bit at the end of a row was flipped in memory: the page's checksum is valid.", async (scene, ct) =>
    {
        var target = await scene.TargetAsync(ct);
        await scene.ChangeSealedAsync(() => scene.Change(target.File, pages => FlipBit(pages, target.AnyRow)), ct);
        return $"One bit of a page of {scene.Database}.{target.Name} was flipped in {scene.Snapshot} before its checksum was made.";
    });

    /// <summary>A line pointer is zeroed: its row cannot be found any more.</summary>
    public static SnapshotFault ZeroLinePointer { get; } = Of("zeroLinePointer", "The line pointer of a row is zeroed: nothing leads to the row any more.", "A line pointer of {0} was zeroed in {1}.",
        static (pages, target) => pages.Change(target.AnyRow.Block, page => page.ZeroPointer(target.AnyRow.Item)));

    /// <summary>A page of the table is all zeroes, which is a valid page.</summary>
    public static SnapshotFault ZeroHeapPage { get; } = Of("zeroHeapPage", "A page of the table is all zeroes, which is a valid page.", "A page of {0} was zeroed in {1}.",
        static (pages, target) => pages.Change(target.AnyRow.Block, static page => page.Zero()));

    /// <summary>The last page of the table is missing.</summary>
    public static SnapshotFault ShortenHeap { get; } = Of("shortenHeap", "The table's file lacks its last page.", "The last page of the file of {0} was cut off in {1}.",
        static (pages, _) => pages.Cut(pages.Count > 1 ? pages.Count - 1 : throw new InvalidOperationException("The table has a single page.")));

    /// <summary>The table's file is empty.</summary>
    public static SnapshotFault EmptyHeap { get; } = Of("emptyHeap", "The table's file has no pages.", "The file of {0} was cut to nothing in {1}.", static (pages, _) => pages.Cut(0));

    /// <summary>A table's file is missing.</summary>
    public static SnapshotFault RemoveFile { get; } = new("removeFile", "The table's file is missing.", async (scene, ct) =>
    {
        var target = await scene.TargetAsync(ct);
        File.Delete(scene.PathOf(target.File));
        return $"The file of {scene.Database}.{target.Name} was removed from {scene.Snapshot}.";
    });

    /// <summary>A page was written over another one.</summary>
    public static SnapshotFault MisplacePage { get; } = Of("misplacePage", "A page was written in the wrong place, over another one.", "A page of {0} was written over another one in {1}.", static (pages, target) =>
    {
        var from = target.AnyRow.Block;
        var to = from > 0 ? from - 1 : pages.Count > 1 ? 1 : throw new InvalidOperationException("The table has a single page.");
        pages.Write(to, pages.Read(from));
    });

    /// <summary>A row that was deleted before the snapshot is there again; the page's checksum is valid.</summary>
    public static SnapshotFault ResurrectRow { get; } = new("resurrectRow", "A deleted row that no vacuum has removed yet is there again; the page's checksum is valid.", async (scene, ct) =>
    {
        var target = await scene.TargetAsync(ct);
        await scene.ChangeSealedAsync(() => scene.Change(target.File, Resurrect), ct);
        return $"A deleted row of {scene.Database}.{target.Name} is there again in {scene.Snapshot}.";
    });

    internal static IReadOnlyList<SnapshotFault> All { get; } =
        [HeapBitFlip, HeapBitFlipSealed, ZeroLinePointer, ZeroHeapPage, ShortenHeap, EmptyHeap, RemoveFile, MisplacePage, ResurrectRow];

    private static SnapshotFault Of(string name, string summary, string done, Action<PageFile, DamageTarget> change) => new(name, summary, async (scene, ct) =>
    {
        var target = await scene.TargetAsync(ct);
        scene.Change(target.File, pages => change(pages, target));
        return done.Replace("{0}", $"{scene.Database}.{target.Name}", StringComparison.Ordinal).Replace("{1}", scene.Snapshot, StringComparison.Ordinal);
    });

    private static void FlipBit(PageFile pages, RowPlace row) => pages.Change(row.Block, page =>
    {
        var tuple = page.Tuple(row.Item) ?? throw new InvalidOperationException("The row is not where it was said to be.");

        // The end of its last value.
        page.Flip(tuple.Offset + tuple.Length - 1, LowestBit);
    });

    private static void Resurrect(PageFile pages)
    {
        for (var block = 0; block < pages.Count; block++)
        {
            var page = pages.Read(block);
            for (var item = 1; item <= page.Items; item++)
            {
                if (page.Tuple(item) is { Offset: var at } && IsDeleted(page, at))
                {
                    page.SetWord(at + Flags, (ushort)((page.Word(at + Flags) | EndIsInvalid) & ~EndIsCommitted));
                    page.SetWord(at + Flags2, (ushort)(page.Word(at + Flags2) & ~Moved));
                    pages.Write(block, page);
                    return;
                }
            }
        }

        throw new InvalidOperationException("The table has no deleted row that is still on its page.");
    }

    private static bool IsDeleted(Page page, int at) =>
        (page.Word(at + TransactionThatEndedIt) | page.Word(at + TransactionThatEndedIt + 2)) != 0 && (page.Word(at + Flags) & EndIsInvalid) == 0;
}
