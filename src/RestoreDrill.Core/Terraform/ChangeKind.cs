namespace RestoreDrill.Core.Terraform;

/// <summary>What a plan does to one object: <c>actions</c> of a change in Terraform's JSON output format.</summary>
public enum ChangeKind
{
    NoOp,
    Create,
    Read,
    Update,
    Delete,

    /// <summary>Deleted and created, in either order.</summary>
    Replace,

    /// <summary>Removed from the state, not destroyed.</summary>
    Forget,

    /// <summary>Created anew, and what was there removed from the state.</summary>
    ReplaceByForgetting,

    /// <summary>Actions that are not known.</summary>
    Unknown,
}
