using System.Globalization;
using RestoreDrill.Core.Reading;
using RestoreDrill.Verification.Sessions;

namespace RestoreDrill.Verification.Fingerprints;

/// <summary>
/// The SQL of a relation's fingerprint: a count and the sum of the hashes of its rows' binary images. The image goes into the hash as one value: a hash
/// over the columns combines them linearly, and a sum of those is blind to values swapped between rows.
/// </summary>
internal static class ImageFormula
{
    private const string Alias = "_rd_";

    /// <summary>A name that no column has: in <c>t::text</c> a column t would be taken for the row.</summary>
    public static string AliasFor(IReadOnlyList<string> columns)
    {
        var alias = Alias;
        while (columns.Contains(alias))
        {
            alias += "_";
        }
        return alias;
    }

    /// <summary>One hash per row, a bigint.</summary>
    /// <param name="shape">The relation's shape.</param>
    /// <param name="alias">The row's name in the statement.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="majorVersion">PostgreSQL's; 13 has no <c>hash_record_extended</c>.</param>
    public static string RowHash(RelationShape shape, string alias, long seed, int majorVersion) => Hash(ImageOf(shape, alias), seed, majorVersion);

    /// <summary>One hash per row version, a bigint: over the row's image and the transaction that made the version.</summary>
    /// <inheritdoc cref="RowHash"/>
    public static string VersionHash(RelationShape shape, string alias, long seed, int majorVersion) =>
        Hash($"{ImageOf(shape, alias)} || pg_catalog.xidsend({alias}.xmin)", seed, majorVersion);

    // A type without a send function (aclitem, seg) has no binary image; the row's text stands in for it, under pinned settings.
    private static string ImageOf(RelationShape shape, string alias) =>
        shape.HasBinaryImage ? $"pg_catalog.record_send(ROW({ColumnsOf(shape, alias)}))" : $"pg_catalog.textsend(({alias})::pg_catalog.text)";

    // The same image as that of the whole row, whose dropped columns record_send leaves out, but on PostgreSQL 15 made in nine tenths of the time.
    private static string ColumnsOf(RelationShape shape, string alias) =>
        string.Join(", ", shape.Columns.Select(column => $"{alias}.{Identifier.Quote(column)}"));

    private static string Hash(string image, long seed, int majorVersion)
    {
        var number = string.Create(CultureInfo.InvariantCulture, $"'{seed}'::pg_catalog.int8");
        return majorVersion >= 14
            ? $"pg_catalog.hash_record_extended(ROW({image}), {number})"
            : $"pg_catalog.hashtextextended(pg_catalog.encode({image}, 'hex') COLLATE pg_catalog.\"C\", {number})";
    }

    /// <summary>The statement that reads a range's rows: count and sum. ONLY, because the children of a parent are relations of their own.</summary>
    public static string Statement(RelationShape shape, BlockRange range, long seed, int majorVersion)
    {
        var alias = AliasFor(shape.Columns);
        return $"SELECT pg_catalog.count(*), coalesce(pg_catalog.sum({RowHash(shape, alias, seed, majorVersion)}), 0) FROM ONLY {shape.QuotedName} AS {alias}"
            + Where(alias, range);
    }

    // The first row of a block has number 1.
    private static string Where(string alias, BlockRange range) => range == BlockRange.Whole
        ? string.Empty
        : string.Create(CultureInfo.InvariantCulture, $" WHERE {alias}.ctid >= '({range.First},0)'::pg_catalog.tid")
            + (range.End is { } end ? string.Create(CultureInfo.InvariantCulture, $" AND {alias}.ctid < '({end},0)'::pg_catalog.tid") : string.Empty);
}
