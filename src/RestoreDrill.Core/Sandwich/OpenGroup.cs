using System.Globalization;
using RestoreDrill.Core.Reading;

namespace RestoreDrill.Core.Sandwich;

/// <summary>A group of which the source has fewer rows than the copy: the copy's rows have to be looked at one by one.</summary>
/// <param name="Group">The group's number.</param>
/// <param name="Blocks">Its blocks.</param>
/// <param name="Source">What the source had left of it.</param>
/// <param name="Copy">What the copy has.</param>
public sealed record OpenGroup(long Group, BlockRange Blocks, GroupSum Source, GroupSum Copy)
{
    /// <summary>Judges it by the copy's rows.</summary>
    /// <param name="name">The relation.</param>
    /// <param name="hashes">The image hashes of the copy's rows.</param>
    /// <param name="work">See <see cref="MissingRows.Search"/>.</param>
    public RelationComparison Judge(RelationName name, ReadOnlySpan<long> hashes, long work = MissingRows.UsualWork)
    {
        if (hashes.Length != Copy.Rows || MissingRows.Sum(hashes) != Copy.HashSum)
        {
            return RelationComparison.Unread(name, Copy.Rows, "the copy gave other rows when they were read again: something changes it");
        }

        return MissingRows.Search(hashes, Source, work) switch
        {
            PartSearch.Found => new RelationComparison { Name = name, RowsProven = Source.Rows, RowsGone = Copy.Rows - Source.Rows },
            PartSearch.Impossible => RelationComparison.Differing(name, new GroupDifference(Blocks, GroupDifferenceKind.RowsUnknown, Source.Rows, Copy.Rows)),
            PartSearch.TooMany => new RelationComparison { Name = name, RowsUnresolved = Copy.Rows, Reasons = [TooMany] },
            var other => throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"There is no result {other}.")),
        };
    }

    private const string TooMany = "too many rows of some blocks were changed or deleted in the source before it was read";
}
