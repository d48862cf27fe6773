namespace RestoreDrill.Core.Drilling;

/// <summary>Which copy a drill restores.</summary>
public enum CopySelection
{
    /// <summary>The one with the newest data.</summary>
    Latest,

    /// <summary>The one that was named.</summary>
    Named,

    /// <summary>Any but the latest, by chance: an old copy can rot while the newest is well.</summary>
    RandomOlder,
}
