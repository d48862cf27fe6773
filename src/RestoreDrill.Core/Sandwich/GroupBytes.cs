using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;

namespace RestoreDrill.Core.Sandwich;

/// <summary>
/// The stored form of <see cref="RelationGroups"/>: the same groups give the same bytes. Version, grain, blocks, number of stretches; then each stretch: first
/// group, number of groups, the row count of each, the sum of each that has rows. Sums are 8 bytes, the low one first; all other numbers are LEB128.
/// </summary>
public static class GroupBytes
{
    private const byte Version = 1;

    /// <summary>The bytes, not compressed.</summary>
    public static byte[] Write(RelationGroups groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        var bytes = new ArrayBufferWriter<byte>();
        bytes.GetSpan(1)[0] = Version;
        bytes.Advance(1);
        WriteNumber(bytes, groups.Grain);
        WriteNumber(bytes, groups.Blocks);
        WriteNumber(bytes, groups.Stretches.Count);
        foreach (var stretch in groups.Stretches)
        {
            WriteNumber(bytes, stretch.First);
            WriteNumber(bytes, stretch.Groups.Length);
            foreach (var group in stretch.Groups)
            {
                WriteNumber(bytes, group.Rows);
            }

            foreach (var group in stretch.Groups)
            {
                if (group.Rows > 0)
                {
                    BinaryPrimitives.WriteInt64LittleEndian(bytes.GetSpan(8), group.HashSum);
                    bytes.Advance(8);
                }
            }
        }

        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The bytes are something else, or were cut or changed.</exception>
    public static RelationGroups Read(ReadOnlySpan<byte> bytes)
    {
        var rest = bytes;
        Require(rest.Length > 0 && rest[0] == Version, "they were written by another version of RestoreDrill, or are something else");
        rest = rest[1..];
        var grain = ReadNumber(ref rest, 1, int.MaxValue);
        var blocks = ReadNumber(ref rest, 0, uint.MaxValue);
        var count = RelationGroups.CountFor(blocks, (int)grain);
        var stretches = new GroupStretch[ReadNumber(ref rest, 0, rest.Length)];
        var least = 0L;
        for (var i = 0; i < stretches.Length; i++)
        {
            var first = ReadNumber(ref rest, least, count);
            // Every group takes a byte or more.
            var groups = new GroupSum[ReadNumber(ref rest, 1, Math.Min(rest.Length, count - first))];
            for (var n = 0; n < groups.Length; n++)
            {
                groups[n] = new GroupSum((int)ReadNumber(ref rest, 0, int.MaxValue), 0);
            }

            for (var n = 0; n < groups.Length; n++)
            {
                if (groups[n].Rows > 0)
                {
                    Require(rest.Length >= 8, "they end too early");
                    groups[n] = groups[n] with { HashSum = BinaryPrimitives.ReadInt64LittleEndian(rest) };
                    rest = rest[8..];
                }
            }

            stretches[i] = new GroupStretch(first, groups);
            // Stretches that touch are one.
            least = stretches[i].End + 1;
        }

        Require(rest.IsEmpty, "something follows them");
        return new RelationGroups((int)grain, blocks, stretches);
    }

    /// <summary>Lower-case hex SHA-256 of the bytes.</summary>
    public static string Digest(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static void WriteNumber(ArrayBufferWriter<byte> bytes, long number)
    {
        var rest = (ulong)number;
        var span = bytes.GetSpan(10);
        var length = 0;
        for (; rest >= 0x80; rest >>= 7)
        {
            span[length++] = (byte)(rest | 0x80);
        }

        span[length++] = (byte)rest;
        bytes.Advance(length);
    }

    private static long ReadNumber(ref ReadOnlySpan<byte> bytes, long least, long most)
    {
        var number = 0UL;
        for (var i = 0; ; i++)
        {
            Require(i < bytes.Length && i < 9, "a number in them does not end");
            number |= (ulong)(bytes[i] & 0x7F) << (7 * i);
            if (bytes[i] < 0x80)
            {
                Require(i == 0 || bytes[i] != 0, "a number in them is longer than it has to be");
                bytes = bytes[(i + 1)..];
                break;
            }
        }

        Require((long)number >= least && (long)number <= most, "a number in them is out of its range");
        return (long)number;
    }

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new InvalidDataException($"Stored groups of old rows cannot be read: {otherwise}.");
        }
    }
}
