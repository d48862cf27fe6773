namespace RestoreDrill.Core.Sandwich;

/// <summary>In what way the old rows of some blocks differ.</summary>
public enum GroupDifferenceKind
{
    /// <summary>The copy has fewer rows than the source had left afterwards.</summary>
    RowsMissing,

    /// <summary>As many rows, with other content.</summary>
    RowsChanged,

    /// <summary>The source has fewer rows, and they are no part of the copy's.</summary>
    RowsUnknown,

    /// <summary>The copy has rows that the source did not have before it.</summary>
    RowsInvented,
}
