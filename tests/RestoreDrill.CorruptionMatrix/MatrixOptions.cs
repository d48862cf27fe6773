using System.Globalization;

namespace RestoreDrill.CorruptionMatrix;

/// <summary>How much of the matrix is run.</summary>
internal sealed record MatrixOptions
{
    /// <summary>Only faults whose name holds one of these; all of them when empty. <c>MATRIX_FAULTS=stale,heapBitFlip</c>.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    /// <summary>Only these modes. <c>MATRIX_MODES=checksums+amcheck,plain</c>.</summary>
    public IReadOnlyList<MatrixMode> Modes { get; init; } = MatrixMode.All;

    /// <summary>How many copies are made and drilled while the source is written to. <c>MATRIX_CLEAN</c>.</summary>
    public int CleanDrills { get; init; } = 20;

    /// <summary>Whether each fault is also done to a copy that a drill has proven before. <c>MATRIX_LATER=0</c> leaves that out.</summary>
    public bool LaterDrills { get; init; } = true;

    /// <summary>What the load on the source is drawn from. <c>MATRIX_SEED</c>.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>What identifies the sources, so that an interrupted run can be gone on with; null: nothing does. <c>MATRIX_SOURCES</c>.</summary>
    public string? Sources { get; init; }

    /// <summary>Whether nothing was left out, so that the table may be published.</summary>
    public bool IsWhole => Faults.Count == 0 && Modes.Count == MatrixMode.All.Count && CleanDrills >= 20 && LaterDrills;

    public static MatrixOptions FromEnvironment()
    {
        var unset = new MatrixOptions();
        var modes = List("MATRIX_MODES");
        return new MatrixOptions
        {
            Faults = List("MATRIX_FAULTS"),
            Modes = modes.Length == 0 ? unset.Modes : [.. modes.Select(MatrixMode.Named)],
            CleanDrills = Number("MATRIX_CLEAN") ?? unset.CleanDrills,
            LaterDrills = Number("MATRIX_LATER") != 0,
            Seed = Number("MATRIX_SEED") ?? unset.Seed,
            Sources = Environment.GetEnvironmentVariable("MATRIX_SOURCES") is { Length: > 0 } sources ? sources : null,
        };
    }

    private static string[] List(string name) =>
        (Environment.GetEnvironmentVariable(name) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static int? Number(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : null;
}
