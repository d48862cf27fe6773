using Npgsql;
using RestoreDrill.Sandbox.Clusters;
using RestoreDrill.Sandbox.Sample;
using RestoreDrill.Sandbox.Tests.Clusters;

namespace RestoreDrill.Sandbox.Tests.Sample;

public sealed class SampleWriterTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Writer_writes_through_copies_and_restarts_until_cancelled()
    {
        await using var scratch = await ScratchDirectory.MakeAsync();
        await using var postgres = await TemporaryPostgres.StartLikeRdsAsync("master", "writer-test-password", "courses", Ct);
        var master = new NpgsqlConnectionStringBuilder(postgres.ConnectionString);
        await SampleDatabase.FillAsync(master, SampleSize.Small, 1, Ct);
        var writer = new SampleWriter(SampleDatabase.AppConnection(master), 400, new Random(1), TimeProvider.System);
        using var stop = new CancellationTokenSource();
        var writing = writer.RunAsync(stop.Token);
        await WritesOnAsync(writer, writing);

        await CrashConsistentCopy.TakeAsync(postgres.Cluster, scratch.PathOf("snapshot"), Ct);
        await WritesOnAsync(writer, writing);
        Assert.Equal(0, writer.Reconnected);

        await postgres.Cluster.StopAsync(Ct);
        await Eventually.HoldsAsync(() => writer.Reconnected > 0 || writing.IsFaulted, "the writer noticed");
        await postgres.Cluster.StartAsync(Ct);
        await WritesOnAsync(writer, writing);

        await stop.CancelAsync();
        await writing;
        var submissions = await Query.ScalarAsync<long>(SampleDatabase.AppConnection(master).ConnectionString, """
            SELECT count(*) FROM submissions WHERE submitted_at >= '2026-01-01+00'
            """);
        Assert.InRange(submissions, 1, writer.Inserted);
        Assert.True(writer is { Updated: > 0, Deleted: > 0 }, "The writer updates and deletes too.");
    }

    [Fact]
    public async Task Writer_ends_with_an_error_when_the_server_refuses_its_changes()
    {
        await using var postgres = await TemporaryPostgres.StartLikeRdsAsync("master", "writer-test-password", "courses", Ct);
        var writer = new SampleWriter(new NpgsqlConnectionStringBuilder(postgres.ConnectionString), 100, new Random(1), TimeProvider.System);

        var error = await Assert.ThrowsAsync<PostgresException>(() => writer.RunAsync(Ct));

        Assert.Equal(PostgresErrorCodes.UndefinedTable, error.SqlState);
    }

    private static async Task WritesOnAsync(SampleWriter writer, Task writing)
    {
        var before = writer.Inserted + writer.Updated + writer.Deleted;
        await Eventually.HoldsAsync(() => writer.Inserted + writer.Updated + writer.Deleted > before + 50 || writing.IsFaulted, "the writer writes on");
        Assert.False(writing.IsCompleted, writing.Exception?.ToString() ?? "The writer ended early.");
    }
}
