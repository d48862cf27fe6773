using RestoreDrill.Core.Reading;

namespace RestoreDrill.Core.Chain;

/// <summary>Blocks in which an earlier and a later copy agree, and the copy in between does not hold what both do.</summary>
/// <param name="Blocks">The blocks.</param>
/// <param name="Shared">How many rows the earlier and the later copy have there.</param>
/// <param name="Between">How many old rows the copy in between has; if as many, not the same ones.</param>
public sealed record ChainContradiction(BlockRange Blocks, int Shared, int Between)
{
    /// <summary>For example <c>block 17: 61 rows are in the copies before and after, only 60 in the one between</c>.</summary>
    public override string ToString()
    {
        var where = Blocks.Count == 1 ? FormattableString.Invariant($"block {Blocks.First}") : Blocks.ToString();
        return where + (Between < Shared
            ? FormattableString.Invariant($": {Shared} rows are in the copies before and after it, only {Between} in it")
            : FormattableString.Invariant($": {Shared} rows are the same in the copies before and after it, at least one of them is another in it"));
    }
}
