using RestoreDrill.Core.Chain;

namespace RestoreDrill.Host.Runs;

/// <summary>How a relation compares with the same one in earlier copies, for machines.</summary>
/// <param name="Table">The relation.</param>
/// <param name="RowsProven">Rows proven to be those of the base.</param>
/// <param name="RowsMoved">Rows of groups of blocks that have changed since the base; not judged.</param>
/// <param name="RowsYounger">Rows made since the base; not judged.</param>
/// <param name="RowsIncomparable">Rows that could not be compared; not judged.</param>
/// <param name="Contradictions">Groups of blocks that contradict the base.</param>
/// <param name="Places">The first of them, in words.</param>
/// <param name="Reasons">Why the relation, or a part of it, was not judged.</param>
internal sealed record ComparedRelationDocument(
    string Table,
    long RowsProven,
    long RowsMoved,
    long RowsYounger,
    long RowsIncomparable,
    long Contradictions,
    IReadOnlyList<string> Places,
    IReadOnlyList<string> Reasons)
{
    public static ComparedRelationDocument Of(ChainComparison compared) => new(
        compared.Name.ToString(),
        compared.RowsProven,
        compared.RowsMoved,
        compared.RowsYounger,
        compared.RowsIncomparable,
        compared.GroupsContradicting,
        [.. compared.Contradictions.Select(static place => place.ToString())],
        compared.Reasons);
}
