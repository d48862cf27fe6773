namespace RestoreDrill.Core.Drilling;

/// <summary>Sizes for people, in decimal units.</summary>
internal static class ByteWords
{
    private static readonly (long Bytes, string Unit)[] Units = [(1_000_000_000_000, "TB"), (1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "kB")];

    /// <summary><c>3.4 of 9.1 GB</c>.</summary>
    public static string Of(long part, long whole)
    {
        var (bytes, unit) = Array.Find(Units, unit => whole >= unit.Bytes) is { Unit: not null } found ? found : (1, "bytes");
        return bytes == 1
            ? FormattableString.Invariant($"{part} of {whole} {unit}")
            : FormattableString.Invariant($"{(double)part / bytes:0.0} of {(double)whole / bytes:0.0} {unit}");
    }
}
