namespace RestoreDrill.Core.Reading;

/// <summary>Whether a relation's rows were read.</summary>
public enum ReadingOutcome
{
    /// <summary>Every row was read from the heap and is in the fingerprint.</summary>
    Read,

    /// <summary>The server says that the data itself is damaged: an invalid page, a missing file, a missing TOAST chunk.</summary>
    Damaged,

    /// <summary>The rows could not be read; counted with the reason, never left out.</summary>
    NotJudged,

    /// <summary>A snapshot does not protect these rows (unlogged, foreign).</summary>
    NotProtected,
}
