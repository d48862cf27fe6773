using RestoreDrill.Core.Sandwich;

namespace RestoreDrill.Core.Chain;

/// <summary>How the copies of a protected database are compared with each other.</summary>
public sealed record ChainOptions
{
    /// <summary>
    /// The share of rows, 0 to 1, per database, that must be proven to be those of an earlier copy for a pass; null: none need be. It has no default: how much
    /// of a database moves between two copies is the database's own affair.
    /// </summary>
    public double? MinimumProvenShare { get; init; }

    /// <summary>
    /// Of at most so many groups of blocks a count and a sum are kept, over the whole instance; larger instances have larger groups. 4 million unless set.
    /// </summary>
    public int Groups { get; init; } = (int)GrainRule.UsualLimit;
}
