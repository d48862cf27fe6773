using System.Collections.Concurrent;
using RestoreDrill.EndToEnd.Tests.Runbooks;
using RestoreDrill.EndToEnd.Tests.Runbooks.States;
using RestoreDrill.EndToEnd.Tests.Setting;

[assembly: AssemblyFixture(typeof(PreparedSites))]

namespace RestoreDrill.EndToEnd.Tests.Runbooks;

/// <summary>Sites as states begin with them: production is filled, accounts are isolated and copies proven once for each <see cref="Beginning"/>, and copied for whoever begins so.</summary>
public sealed class PreparedSites : IAsyncDisposable
{
    private readonly ConcurrentDictionary<Beginning, Lazy<Task<KeptSite>>> _made = new();

    /// <summary>A site of its own that is as the beginning says.</summary>
    internal async Task<RunbookSite> OpenAsync(SharedSandbox shared, Beginning beginning)
    {
        if (beginning.IsBare)
        {
            return await RunbookSite.NewAsync(shared, beginning);
        }

        var made = _made.GetOrAdd(beginning, static (wanted, arguments) => new(() => arguments.Sites.MakeAsync(arguments.Shared, wanted)), (Sites: this, Shared: shared));
        return await RunbookSite.CopyAsync(shared, await made.Value, beginning);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var made in _made.Values.Where(static made => made.IsValueCreated && made.Value.IsCompletedSuccessfully))
        {
            Directory.Delete((await made.Value).Directory, recursive: true);
        }
    }

    private async Task<KeptSite> MakeAsync(SharedSandbox shared, Beginning beginning)
    {
        var site = beginning.Before is { } before ? await OpenAsync(shared, before) : await RunbookSite.NewAsync(shared, beginning);
        try
        {
            beginning.Configure(site.Workbench);
            await beginning.MakeAsync(site);
        }
        catch (Exception)
        {
            await site.DisposeAsync();
            throw;
        }

        return await site.KeepAsync();
    }
}
