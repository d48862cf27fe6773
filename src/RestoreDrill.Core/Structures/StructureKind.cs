namespace RestoreDrill.Core.Structures;

/// <summary>What is asked about the structure of a restored database.</summary>
public enum StructureKind
{
    /// <summary>PostgreSQL's own catalogs: heaps and indexes agree.</summary>
    SystemCatalogs,

    /// <summary>Every index holds what its table holds, in order.</summary>
    Indexes,

    /// <summary>Indexes that PostgreSQL itself calls invalid, and does not use or keep.</summary>
    InvalidIndexes,

    /// <summary>No two rows have the same key, read from the heap and not from the index.</summary>
    DuplicateKeys,

    /// <summary>Every foreign key finds its row.</summary>
    Orphans,

    /// <summary>Constraints that were never validated.</summary>
    UnvalidatedConstraints,

    /// <summary>Sequences that would give out a value that their column has already.</summary>
    SequencesBehind,

    /// <summary>Collations whose version is not the one that indexes were built with.</summary>
    CollationVersions,

    /// <summary>Materialised views that were never filled.</summary>
    UnpopulatedViews,
}
