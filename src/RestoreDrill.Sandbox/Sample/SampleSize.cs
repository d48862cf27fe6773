namespace RestoreDrill.Sandbox.Sample;

/// <summary>How many rows the sample's larger tables get.</summary>
public sealed record SampleSize(int Courses, int Students, int Homework, int Submissions, int Projects, int Leaderboard, int Invoices)
{
    /// <summary>More than 300,000 rows; made in some seconds.</summary>
    public static SampleSize Full { get; } = new(400, 40_000, 6_000, 225_000, 8_000, 40_000, 6_000);

    /// <summary>About 5,000 rows, for tests.</summary>
    public static SampleSize Small { get; } = new(20, 600, 100, 2_500, 160, 600, 200);

    internal IEnumerable<(string Table, int Rows)> Tables =>
    [
        ("courses", Courses), ("students", Students), ("homework", Homework), ("submissions", Submissions), ("projects", Projects),
        ("leaderboard", Leaderboard), ("invoices", Invoices),
    ];
}
