namespace RestoreDrill.Isolation;

/// <summary>How <c>apply</c> ended.</summary>
public enum ApplyEnd
{
    /// <summary>Everything is as it should be.</summary>
    Done,

    /// <summary>Nothing was changed: a person has to act first.</summary>
    NeedsPerson,

    /// <summary>Nothing was changed: the account was not confirmed.</summary>
    NotConfirmed,

    /// <summary>What can be undone is made; what cannot was not confirmed, and what comes after it is not made either.</summary>
    IrreversibleNotConfirmed,

    /// <summary>Something that was made is not as it should be any more, so that nothing was made after it.</summary>
    Stopped,
}
