namespace RestoreDrill.Isolation;

/// <summary>How one part of the isolation stands.</summary>
public enum ItemState
{
    /// <summary>As it should be.</summary>
    Done,

    /// <summary>Not there, or not yet as it should be: <c>apply</c> makes it so.</summary>
    ToDo,

    /// <summary>Not as it should be, and not for us to change: a person has to.</summary>
    NeedsPerson,

    /// <summary>Not looked at: something before it is missing.</summary>
    NotLookedAt,
}
