using System.Buffers.Binary;

namespace RestoreDrill.Sandbox.Control.Damaging;

/// <summary>
/// A page of a heap or an index as PostgreSQL 13 to 18 lay it out on a little-endian machine (documentation, "Database Page Layout"): a header of 24 bytes,
/// line pointers of 4 bytes, tuples from the end, and an index's special space behind them.
/// </summary>
internal sealed class Page(byte[] bytes)
{
    public const int Size = 8192;

    private const int Header = 24;
    private const int LowerAt = 12;
    private const int SpecialAt = 16;
    private const int Normal = 1;

    public byte[] Bytes => bytes;

    /// <summary>How many line pointers there are.</summary>
    public int Items => Lower < Header ? 0 : (Lower - Header) / 4;

    /// <summary>Where the free space begins and ends: rows that came or went since show in it.</summary>
    public uint Room => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(LowerAt));

    /// <summary>Where the special space begins.</summary>
    public int Special => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(SpecialAt));

    private int Lower
    {
        get => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(LowerAt));
        set => BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(LowerAt), (ushort)value);
    }

    /// <summary>Where an item's tuple lies; null where the item has none.</summary>
    /// <param name="item">Counted from 1.</param>
    public (int Offset, int Length)? Tuple(int item)
    {
        var pointer = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(PointerAt(item)));
        return ((pointer >> 15) & 3) == Normal ? ((int)(pointer & 0x7FFF), (int)(pointer >> 17)) : null;
    }

    public void ZeroPointer(int item) => bytes.AsSpan(PointerAt(item), 4).Clear();

    /// <summary>Takes an item out of the order; those behind it move up.</summary>
    public void RemovePointer(int item)
    {
        bytes.AsSpan(PointerAt(item + 1)..PointerAt(Items + 1)).CopyTo(bytes.AsSpan(PointerAt(item)));
        Lower -= 4;
    }

    public void Flip(int at, byte bits) => bytes[at] ^= bits;

    public void Zero() => bytes.AsSpan().Clear();

    public ushort Word(int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));

    public void SetWord(int at, ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(at), value);

    private static int PointerAt(int item) => Header + (4 * (item - 1));
}
