using RestoreDrill.Core.Reading;

namespace RestoreDrill.Core.Sandwich;

/// <summary>Blocks whose old rows differ between source and copy.</summary>
/// <param name="Blocks">The blocks.</param>
/// <param name="Kind">In what way.</param>
/// <param name="SourceRows">How many old rows the source has there.</param>
/// <param name="CopyRows">How many the copy has.</param>
public sealed record GroupDifference(BlockRange Blocks, GroupDifferenceKind Kind, int SourceRows, int CopyRows)
{
    /// <summary>For example <c>block 17: the source has 61 rows from before the copy, the copy only 60 of them: the others are missing or have changed</c>.</summary>
    public override string ToString()
    {
        var where = Blocks.Count == 1 ? FormattableString.Invariant($"block {Blocks.First}") : Blocks.ToString();
        return FormattableString.Invariant($"{where}: {Words}");
    }

    private string Words => Kind switch
    {
        GroupDifferenceKind.RowsMissing => $"the source has {SourceRows} rows from before the copy, the copy only {CopyRows} of them: the others are missing or have changed",
        GroupDifferenceKind.RowsChanged => $"at least one of {CopyRows} rows from before the copy has other content than in the source",
        GroupDifferenceKind.RowsUnknown => $"the source has {SourceRows} of {CopyRows} rows left, and at least one of them is not in the copy",
        GroupDifferenceKind.RowsInvented => $"the copy has {CopyRows} rows from before it was taken, and the source had only {SourceRows}",
        _ => throw new InvalidOperationException($"There is no kind {Kind}."),
    };
}
