using System.Buffers.Binary;

namespace RestoreDrill.Sandbox.S3.Payloads;

/// <summary>A cyclic redundancy check of 32 or 64 bits, reflected, that begins with all ones and is inverted at the end, as those that S3 knows are.</summary>
/// <param name="polynomial">Reflected.</param>
/// <param name="bits">32 or 64.</param>
internal sealed class ReflectedCrc(ulong polynomial, int bits)
{
    private readonly ulong[] table = Table(polynomial);
    private ulong state = ulong.MaxValue >> (64 - bits);

    public void Append(ReadOnlySpan<byte> bytes)
    {
        foreach (var one in bytes)
        {
            state = table[(byte)(state ^ one)] ^ (state >> 8);
        }
    }

    /// <summary>The check so far, most significant byte first.</summary>
    public byte[] Current()
    {
        Span<byte> whole = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(whole, state ^ (ulong.MaxValue >> (64 - bits)));
        return whole[(8 - (bits / 8))..].ToArray();
    }

    private static ulong[] Table(ulong polynomial)
    {
        var table = new ulong[256];
        for (var i = 0u; i < table.Length; i++)
        {
            ulong entry = i;
            for (var bit = 0; bit < 8; bit++)
            {
                entry = (entry & 1) == 0 ? entry >> 1 : (entry >> 1) ^ polynomial;
            }

            table[i] = entry;
        }

        return table;
    }
}
