namespace RestoreDrill.Core.Runs;

/// <summary>How a run ended. A copy run ends <see cref="Copied"/> or <see cref="Failed"/>, a drill or an emergency restore by its verdict.</summary>
public enum RunOutcome
{
    /// <summary>Copy run: the copy is available in the vault account and carries its facts.</summary>
    Copied,

    /// <summary>Copy run: there is no usable copy from this run.</summary>
    Failed,

    /// <summary>Drill: every mandatory check ran and passed, and rows were read.</summary>
    Pass,

    /// <summary>Drill: the copy does not restore, or what it holds is not right.</summary>
    Fail,

    /// <summary>Drill: nothing can be said of the copy; never a pass.</summary>
    Inconclusive,
}
