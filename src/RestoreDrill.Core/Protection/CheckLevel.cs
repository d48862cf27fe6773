namespace RestoreDrill.Core.Protection;

/// <summary>What an unexpected answer to a check means.</summary>
public enum CheckLevel
{
    /// <summary>The copy is not what it should be: the drill fails.</summary>
    Fail,

    /// <summary>Somebody should look: the verdict tells of it and is reached without it. A check that errs or takes too long is no answer, and keeps a drill from passing at this level too.</summary>
    Warn,
}
