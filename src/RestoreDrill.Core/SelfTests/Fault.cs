namespace RestoreDrill.Core.SelfTests;

/// <summary>Damage that a drill does to its own scratch instance, by SQL that RDS's master user may run. In the order in which it is done: what changes rows comes last.</summary>
public enum Fault
{
    /// <summary>A privilege on a table or view is revoked; where nobody was granted any, one of its owner's.</summary>
    RevokedGrant,

    /// <summary>A row security policy is dropped.</summary>
    DroppedPolicy,

    DroppedTrigger,

    DroppedView,

    /// <summary>A foreign key or a CHECK is dropped.</summary>
    DroppedConstraint,

    /// <summary>An index that belongs to no constraint is dropped.</summary>
    DroppedIndex,

    /// <summary>A sequence begins anew.</summary>
    SequenceSetBack,

    /// <summary>A unique index that cannot be built is left behind.</summary>
    InvalidIndex,

    /// <summary>Two rows have each other's value of one column.</summary>
    SwappedValues,

    DeletedRow,

    /// <summary>A row has another's value of one column.</summary>
    ChangedValue,

    TruncatedTable,
}
