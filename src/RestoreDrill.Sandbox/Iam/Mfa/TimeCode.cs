using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace RestoreDrill.Sandbox.Iam.Mfa;

/// <summary>Six digits that are good for half a minute (RFC 6238, with HMAC-SHA-1, which is what AWS's virtual devices do).</summary>
internal static class TimeCode
{
    public static readonly TimeSpan Step = TimeSpan.FromSeconds(30);

    private const int Modulus = 1_000_000;

    /// <summary>The number of the step that a time is in.</summary>
    public static long StepOf(DateTimeOffset time) => time.ToUnixTimeSeconds() / (long)Step.TotalSeconds;

    public static string Of(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // The algorithm is the protocol's.
        var hash = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350

        // RFC 4226, 5.3: four bytes from where the lowest four bits of the last one say, without the sign.
        var value = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xF)) & int.MaxValue;
        return (value % Modulus).ToString("D6", CultureInfo.InvariantCulture);
    }
}
