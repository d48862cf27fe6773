namespace RestoreDrill.Core.Facts;

/// <summary>What became of putting a fact.</summary>
public enum FactDepositOutcome
{
    /// <summary>It is there now.</summary>
    Stored,

    /// <summary>It was there before: the step was repeated.</summary>
    AlreadyThere,

    /// <summary>It is longer than what is read back, and was not put.</summary>
    TooLong,

    /// <summary>Its key is taken by something else, which came first. The fact is not there.</summary>
    Taken,
}
