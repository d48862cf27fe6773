using RestoreDrill.Core.Sandwich;

namespace RestoreDrill.Host.Runs;

/// <summary>How a relation's rows compare with those that the source had before the snapshot: whether the copy has any that the source had no more.</summary>
/// <param name="RowsProven">Rows that were there.</param>
/// <param name="RowsDiffering">Rows of groups of blocks of which at least one was not.</param>
/// <param name="RowsNotJudged">All others.</param>
/// <param name="Places">The first of the groups that differ, in words.</param>
/// <param name="Reasons">Why rows were not judged.</param>
internal sealed record EarlyProof(long RowsProven, long RowsDiffering, long RowsNotJudged, IReadOnlyList<string> Places, IReadOnlyList<string> Reasons)
{
    /// <param name="compared">What comparing gave.</param>
    /// <param name="rows">Rows of the relation, estimated where they were not read.</param>
    public static EarlyProof Of(RelationComparison compared, long rows) => new(
        compared.RowsProven,
        compared.RowsDiffering,
        Math.Max(0, rows - compared.RowsProven - compared.RowsDiffering),
        [.. compared.Differences.Select(static place => place.ToString())],
        compared.Reasons);
}
