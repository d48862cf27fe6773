using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Runs;
using RestoreDrill.Host.Composition;
using RestoreDrill.Host.Configuration;

namespace RestoreDrill.Host.Checking;

/// <summary>Looks at the accounts and the store that the configuration names. Changes nothing; tells every problem at once.</summary>
internal static class LiveChecks
{
    public static async Task<IReadOnlyList<LiveCheck>> RunAsync(Configured configured, Ports ports, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var roles = await RoleChecks.RunAsync(configured, ports, cancellationToken);
        return
        [
            .. roles.Checks,
            await StoreAsync(configured, ports, cancellationToken),
            .. await SourceChecks.RunAsync(configured, ports, roles.SourceAnswers, cancellationToken),
            .. await ReaderChecks.RunAsync(configured, ports, roles.SourceAnswers, cancellationToken),
            .. await VaultChecks.RunAsync(configured, ports, roles.VaultAnswers, now, cancellationToken),
            await FactStoreChecks.RunAsync(configured, ports, roles, cancellationToken),
            .. await ScratchChecks.RunAsync(configured, ports, roles, cancellationToken),
            .. await RestoreChecks.RunAsync(configured, ports, roles, cancellationToken),
            .. await TerraformChecks.RunAsync(configured, ports, roles.SourceAnswers, cancellationToken),
        ];
    }

    /// <summary>Puts one question; AWS's refusal is an answer.</summary>
    public static async Task<LiveCheck> AskAsync(string name, string next, Func<Task<LiveCheck>> question)
    {
        try
        {
            return await question();
        }
        catch (CloudException exception)
        {
            return LiveCheck.Problem(name, exception.Message, next);
        }
    }

    private static async Task<LiveCheck> StoreAsync(Configured configured, Ports ports, CancellationToken cancellationToken)
    {
        try
        {
            var pending = await ports.Schema.PendingAsync(cancellationToken);
            return pending.Count == 0
                ? LiveCheck.Ok("store", $"{configured.Store} is reachable and its schema is up to date")
                : LiveCheck.Problem("store", $"{configured.Store} lacks the migrations {string.Join(", ", pending)}", "Run `restoredrill db migrate`.");
        }
        catch (StoreUnavailableException exception)
        {
            return LiveCheck.Problem("store", exception.Message, "Start the store, or correct RestoreDrill:Store.");
        }
        catch (StoreSchemaException exception)
        {
            return LiveCheck.Problem("store", exception.Message, "Use the newest RestoreDrill that has used this store.");
        }
    }
}
