namespace RestoreDrill.EndToEnd.Tests.Setting;

/// <summary>An installation with one copy, shared by the tests of a class.</summary>
public sealed class CopiedWorkbench(SharedSandbox shared) : IAsyncLifetime
{
    public Workbench Workbench { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Workbench = await shared.NewWorkbenchAsync();
        (await Workbench.RunAsync("copy", Setting.Workbench.Database)).MustExit(0);
    }

    public ValueTask DisposeAsync() => Workbench.DisposeAsync();
}
