namespace RestoreDrill.Core.Facts;

/// <summary>What is not as it should be among the facts of a copy.</summary>
public enum FactProblemKind
{
    /// <summary>A delete marker lies over a fact. It hides the fact from whoever asks for the latest version; the fact is there and counts.</summary>
    Hidden,

    /// <summary>Something else was put under a fact's key later. The first version counts.</summary>
    Overwritten,

    /// <summary>What lies under a key first does not give the key's digest. It does not count.</summary>
    Altered,

    /// <summary>A fact cannot be read. It does not count.</summary>
    Unreadable,

    /// <summary>A key that RestoreDrill does not give.</summary>
    Foreign,

    /// <summary>The document speaks of another copy, or cannot be understood. It does not count.</summary>
    Misplaced,
}
