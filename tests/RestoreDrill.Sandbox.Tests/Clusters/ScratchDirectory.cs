using RestoreDrill.Sandbox.Clusters;

namespace RestoreDrill.Sandbox.Tests.Clusters;

/// <summary>A directory of one test, which servers may use.</summary>
internal sealed class ScratchDirectory : IAsyncDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), "restoredrill-test-" + Guid.NewGuid().ToString("n")[..12]);

    public static async Task<ScratchDirectory> MakeAsync()
    {
        var scratch = new ScratchDirectory();
        await ServerAccount.Current.MakeDirectoryAsync(scratch.path, TestContext.Current.CancellationToken);
        return scratch;
    }

    public string PathOf(string name) => Path.Combine(path, name);

    public async ValueTask DisposeAsync() => await PostgresCluster.RemoveAsync(path, CancellationToken.None);
}
