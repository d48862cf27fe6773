namespace RestoreDrill.CorruptionMatrix.Faults;

/// <summary>What a verdict made of a fault.</summary>
internal enum Judgement
{
    /// <summary>The drill failed, and a check that failed names what is damaged.</summary>
    Caught,

    /// <summary>The drill did not pass and names what it could not look into: enough for an index where amcheck is not to be had.</summary>
    Prevented,

    /// <summary>The drill failed, or did not pass, and names something else.</summary>
    Unnamed,

    /// <summary>The drill passed.</summary>
    Missed,
}
