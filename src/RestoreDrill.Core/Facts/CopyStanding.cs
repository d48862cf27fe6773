namespace RestoreDrill.Core.Facts;

/// <summary>What the facts in the store say of a copy, without our records.</summary>
public enum CopyStanding
{
    /// <summary>No drill has given an answer.</summary>
    Unproven,

    /// <summary>A drill passed, and nothing that may say otherwise came after it.</summary>
    Proven,

    /// <summary>Something that may say otherwise cannot be read, or was changed: what the copy is worth is not known.</summary>
    NotKnown,

    /// <summary>A drill failed, and none passed after it.</summary>
    Failed,

    /// <summary>The proof is revoked, for good.</summary>
    Revoked,
}
