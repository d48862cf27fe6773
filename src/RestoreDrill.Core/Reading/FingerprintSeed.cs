using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace RestoreDrill.Core.Reading;

/// <summary>
/// The seed of the fingerprints: the first 64 bits of SHA-256 of the source's DbiResourceId. Anybody can recompute it, and a source, its
/// copies and their restores share it.
/// </summary>
public static class FingerprintSeed
{
    /// <summary>The name of the formula; readings of different algorithms are never compared.</summary>
    public const string Algorithm = "image-hash-1";

    /// <summary>The seed for a source.</summary>
    /// <param name="dbiResourceId">DbiResourceId of the source instance, for example <c>db-ABCDEFGHIJKLMNOPQRSTUVWXYZ</c>.</param>
    public static long Of(string dbiResourceId)
    {
        ArgumentException.ThrowIfNullOrEmpty(dbiResourceId);
        return BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(dbiResourceId)));
    }
}
