using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using RestoreDrill.Core.Installation;

namespace RestoreDrill.Core.Facts;

/// <summary>A fact about a copy, whole: what it says, and the key that follows from it.</summary>
/// <param name="Key">Its digest is the document's.</param>
/// <param name="Document">Canonical JSON.</param>
public sealed record FactObject(FactKey Key, string Document)
{
    /// <summary>The fact that a document is; of its time whole milliseconds count.</summary>
    public static FactObject Of(InstallationId installation, string database, string copy, FactKind kind, DateTimeOffset time, string document) => new(
        new FactKey
        {
            Installation = installation,
            Database = database,
            Copy = copy,
            Kind = kind,
            Time = DateTimeOffset.FromUnixTimeMilliseconds(time.ToUnixTimeMilliseconds()),
            Sha256 = DigestOf(Encoding.UTF8.GetBytes(document)),
        },
        document);

    /// <summary>What lies in the store.</summary>
    public byte[] ToContent()
    {
        var bytes = Encoding.UTF8.GetBytes(Document);
        if (!Key.IsCompressed)
        {
            return bytes;
        }

        using var content = new MemoryStream();
        using (var zip = new GZipStream(content, CompressionLevel.Optimal, leaveOpen: true))
        {
            zip.Write(bytes);
        }

        return content.ToArray();
    }

    /// <summary>Reads what lies in the store under a key. Only what gives the key's digest is the fact.</summary>
    /// <param name="key">The key.</param>
    /// <param name="content">What lies under it.</param>
    /// <param name="longest">As many bytes as the document may have, uncompressed.</param>
    /// <returns>The fact; or null and what is wrong.</returns>
    public static (FactObject? Fact, string? Problem) Read(FactKey key, byte[] content, int longest)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(content);
        byte[]? document;
        try
        {
            document = key.IsCompressed ? Unpack(content, longest) : content.Length <= longest ? content : null;
        }
        catch (InvalidDataException e)
        {
            return (null, $"it cannot be unpacked: {e.Message}");
        }

        if (document is null)
        {
            return (null, FormattableString.Invariant($"it is longer than {longest:N0} bytes, and was not read to its end"));
        }

        var digest = DigestOf(document);
        return digest == key.Sha256
            ? (new FactObject(key, Encoding.UTF8.GetString(document)), null)
            : (null, $"its digest is {digest}, and not that of its key: it was changed, or is not whole");
    }

    private static byte[]? Unpack(byte[] content, int longest)
    {
        using var zip = new GZipStream(new MemoryStream(content), CompressionMode.Decompress);
        using var document = new MemoryStream();
        var piece = new byte[64 * 1024];
        while (zip.Read(piece) is var read and > 0)
        {
            if (document.Length + read > longest)
            {
                return null;
            }

            document.Write(piece, 0, read);
        }

        return document.ToArray();
    }

    private static string DigestOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
