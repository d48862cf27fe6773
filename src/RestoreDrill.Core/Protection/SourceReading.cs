namespace RestoreDrill.Core.Protection;

/// <summary>What a copy run reads of the source, for drills to compare its copy with.</summary>
public enum SourceReading
{
    /// <summary>The catalogs, before and after the snapshot. Costs production some seconds of catalog queries.</summary>
    Catalog,

    /// <summary>The catalogs, and once every old row after the snapshot. Costs production one gentle scan of every table.</summary>
    OldRows,

    /// <summary>
    /// The catalogs, and every old row twice: before the snapshot, which waits for it, and after. Finds in the copy rows that the source no longer had. Costs
    /// production two gentle scans of every table.
    /// </summary>
    OldRowsTwice,
}
