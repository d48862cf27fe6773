namespace RestoreDrill.Core.Reading;

/// <summary>What a relation that is read is. Partitioned parents hold no rows and are not read; their leaves are.</summary>
public enum RelationKind
{
    Table,
    Partition,
    MaterializedView,
    LargeObjects,

    /// <summary>Not written to the log, empty after a crash restart: listed as not protected.</summary>
    UnloggedTable,

    /// <summary>Its rows live elsewhere: listed as not protected.</summary>
    ForeignTable,
}
