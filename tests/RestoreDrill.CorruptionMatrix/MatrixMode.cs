namespace RestoreDrill.CorruptionMatrix;

/// <summary>What the instances can do by themselves.</summary>
/// <param name="Name">As it is written in options and tables.</param>
/// <param name="Checksums">Whether pages have checksums.</param>
/// <param name="Amcheck">Whether the extension amcheck can be had.</param>
internal sealed record MatrixMode(string Name, bool Checksums, bool Amcheck)
{
    public static IReadOnlyList<MatrixMode> All { get; } =
    [
        new("plain", Checksums: false, Amcheck: false), new("plain+amcheck", Checksums: false, Amcheck: true),
        new("checksums", Checksums: true, Amcheck: false), new("checksums+amcheck", Checksums: true, Amcheck: true),
    ];

    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public static MatrixMode Named(string name) => All.FirstOrDefault(mode => mode.Name == name)
        ?? throw new ArgumentException($"There is no mode '{name}'; there are {string.Join(", ", All.Select(static mode => mode.Name))}.");
}
