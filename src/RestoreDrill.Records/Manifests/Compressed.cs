using System.IO.Compression;
using System.Text;

namespace RestoreDrill.Records.Manifests;

/// <summary>Contents as the store keeps them: gzip.</summary>
internal static class Compressed
{
    internal static byte[] Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    internal static byte[] Of(ReadOnlySpan<byte> bytes)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return stream.ToArray();
    }

    internal static string Text(byte[] content) => Encoding.UTF8.GetString(Bytes(content));

    internal static byte[] Bytes(byte[] content)
    {
        using var gzip = new GZipStream(new MemoryStream(content), CompressionMode.Decompress);
        using var stream = new MemoryStream();
        gzip.CopyTo(stream);
        return stream.ToArray();
    }
}
