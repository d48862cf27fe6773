using Npgsql;

namespace RestoreDrill.Sandbox.Control.Damaging;

/// <summary>Faults of an index's file, of any access method whose pages have line pointers (B-tree, hash, GIN's entries, GiST). No row is touched.</summary>
public static class IndexFaults
{
    private const byte LowestBit = 1;

    // An index tuple begins with the row's place and its own length, 8 bytes; the second byte of the key decides about order in numbers and in text.
    private const int InKey = 9;

    /// <summary>One bit of a key is flipped.</summary>
    public static SnapshotFault IndexBitFlip { get; } = Of("indexBitFlip", "One bit of a key in the index (`objectName`) is flipped on disk.", "One bit of {0} was flipped in {1}.", false,
        static (page, item) => page.Flip(page.Tuple(WithClearBit(page, item))!.Value.Offset + InKey, LowestBit));

    /// <summary>A page of an index is all zeroes, which is a valid page.</summary>
    public static SnapshotFault ZeroIndexPage { get; } = Of("zeroIndexPage", "A page of the index (`objectName`) is all zeroes.", "A page of {0} was zeroed in {1}.", false,
        static (page, _) => page.Zero());

    /// <summary>An index does not know a row; the page's checksum is valid.</summary>
    public static SnapshotFault LoseIndexEntry { get; } = Of("loseIndexEntry", "The index (`objectName`) lacks an entry; the page's checksum is valid.", "{0} lost an entry in {1}.", true,
        static (page, item) => page.RemovePointer(item));

    internal static IReadOnlyList<SnapshotFault> All { get; } = [IndexBitFlip, ZeroIndexPage, LoseIndexEntry];

    private static SnapshotFault Of(string name, string summary, string done, bool isSealed, Action<Page, int> change) => new(name, summary, async (scene, ct) =>
    {
        var (file, tree) = await scene.LookAsync(session => FindAsync(session, scene.ObjectName, ct), ct);
        var strike = () => scene.Change(file, pages => Strike(pages, tree, change));
        if (isSealed)
        {
            await scene.ChangeSealedAsync(strike, ct);
        }
        else
        {
            strike();
        }

        return done.Replace("{0}", $"{scene.Database}.{scene.ObjectName}", StringComparison.Ordinal).Replace("{1}", scene.Snapshot, StringComparison.Ordinal);
    });

    private static async Task<(string File, bool IsTree)> FindAsync(NpgsqlConnection session, string index, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "SELECT pg_relation_filepath(c.oid), m.amname = 'btree' FROM pg_class c JOIN pg_am m ON m.oid = c.relam WHERE c.oid = $1::regclass AND c.relkind = 'i'", session);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = index });
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? (reader.GetString(0), reader.GetBoolean(1)) : throw new ArgumentException($"{index} is not an index.");
    }

    /// <summary>Strikes the middle item of a page in the middle of those that lead to rows.</summary>
    private static void Strike(PageFile pages, bool tree, Action<Page, int> change)
    {
        // The first page of an index describes it.
        var able = Enumerable.Range(1, Math.Max(0, pages.Count - 1)).Where(block => LeadsToRows(pages.Read(block), tree)).ToList();
        if (able.Count == 0)
        {
            throw new InvalidOperationException("The index has no page with enough entries.");
        }

        pages.Change(able[able.Count / 2], page => change(page, MiddleItem(page)));
    }

    private static bool LeadsToRows(Page page, bool tree)
    {
        // B-tree: the flags of a page are 12 bytes into its special space; the lowest says leaf.
        const int TreeFlags = 12;
        return page.Items >= 4 && page.Special < Page.Size && page.Tuple(MiddleItem(page)) is not null && (!tree || (page.Word(page.Special + TreeFlags) & 1) != 0);
    }

    /// <summary>
    /// The item, or the next one, of which the bit is clear: set, it makes the key greater. The least value of a BRIN range made smaller would lose nothing.
    /// </summary>
    private static int WithClearBit(Page page, int item)
    {
        for (var i = item; i <= page.Items; i++)
        {
            if (page.Tuple(i) is { } tuple && (page.Bytes[tuple.Offset + InKey] & LowestBit) == 0)
            {
                return i;
            }
        }

        return item;
    }

    private static int MiddleItem(Page page) => (page.Items / 2) + 1;
}
