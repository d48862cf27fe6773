namespace RestoreDrill.Benchmarks;

/// <summary>One way to read all tables.</summary>
/// <param name="Name">Its name in the report.</param>
/// <param name="RunAsync">Reads all tables once.</param>
internal sealed record Method(string Name, Func<CancellationToken, Task> RunAsync);
