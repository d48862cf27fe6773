namespace RestoreDrill.Core.Terraform;

/// <summary>How a change of an attribute is a loss.</summary>
internal enum LossKind
{
    /// <summary>True before, and anything else after.</summary>
    NoLongerTrue,

    /// <summary>True after, and anything else before.</summary>
    BecomesTrue,

    /// <summary>A smaller number, or none, after.</summary>
    SmallerOrUnset,

    /// <summary>A smaller number after; unset is the most.</summary>
    Smaller,

    /// <summary>Set before, and not after.</summary>
    Unset,

    /// <summary>Another value after.</summary>
    Different,

    /// <summary>Another name after, capitals aside.</summary>
    OtherName,
}
