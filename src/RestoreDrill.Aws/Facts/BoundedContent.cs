namespace RestoreDrill.Aws.Facts;

/// <summary>Reads a content whole, or not at all where it is too long.</summary>
internal static class BoundedContent
{
    private const int PieceSize = 64 * 1024;

    /// <returns>The content; null where it goes on beyond <paramref name="longest"/> bytes.</returns>
    public static async Task<byte[]?> ReadAsync(Stream stream, int longest, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        var piece = new byte[PieceSize];
        while (await stream.ReadAsync(piece, cancellationToken) is var read and > 0)
        {
            if (content.Length + read > longest)
            {
                return null;
            }

            content.Write(piece, 0, read);
        }

        return content.ToArray();
    }
}
