namespace RestoreDrill.CorruptionMatrix.Reporting;

/// <summary>Puts the table into a document, between the markers that say where.</summary>
internal static class MatrixDocument
{
    private const string Begin = "<!-- corruption-matrix -->";
    private const string End = "<!-- /corruption-matrix -->";

    /// <exception cref="InvalidOperationException">The document does not hold each marker once, in this order.</exception>
    public static string Insert(string document, string table)
    {
        var (begin, end) = (document.IndexOf(Begin, StringComparison.Ordinal), document.IndexOf(End, StringComparison.Ordinal));
        return begin >= 0 && end > begin && document.LastIndexOf(Begin, StringComparison.Ordinal) == begin && document.LastIndexOf(End, StringComparison.Ordinal) == end
            ? $"{document[..(begin + Begin.Length)]}\n{table.Trim()}\n{document[end..]}"
            : throw new InvalidOperationException($"The document does not hold {Begin} and {End} once each.");
    }

    internal static async Task WriteAsync(string file, string table) => await File.WriteAllTextAsync(file, Insert(await File.ReadAllTextAsync(file), table));
}
