namespace RestoreDrill.Core.SelfTests;

/// <summary>What came of a fault.</summary>
public enum FaultOutcome
{
    /// <summary>Every check that has to see it named the object, and had not before.</summary>
    Caught,

    /// <summary>A check that has to see it does not.</summary>
    Missed,

    /// <summary>There was no object to try it on.</summary>
    NotTried,

    /// <summary>It could not be done, or nobody could look.</summary>
    Errored,
}
