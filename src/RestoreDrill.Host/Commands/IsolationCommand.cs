using System.CommandLine;
using RestoreDrill.Core.Cloud;
using RestoreDrill.Host.Isolation;
using RestoreDrill.Host.Running;
using RestoreDrill.Isolation;

namespace RestoreDrill.Host.Commands;

/// <summary><c>restoredrill isolation plan | apply | verify</c>: makes the isolation of the vault account, by a person with the management account's credentials.</summary>
internal static class IsolationCommand
{
    public static Command Create(Runner runner) => new("isolation", "The isolation of the vault account: organisation, vault, lock, key, roles. For a person with the management account's credentials.")
    {
        runner.Does(new Command("plan", "Shows every part, what apply would change, and what of it cannot be undone. Changes nothing."), PlanAsync),
        runner.Does(new Command("apply", "Makes what is not there yet. Asks for the account id, and once more before the lock, which cannot be undone. Goes on where it was interrupted."), ApplyAsync),
        runner.Does(new Command("verify", "Looks at every part; exits 1 unless all are as they should be. Changes nothing."), VerifyAsync),
    };

    private static async Task<int> PlanAsync(Invocation invocation, ParseResult _, CancellationToken cancellationToken) =>
        (await ShowAsync(invocation, cancellationToken)).NeedsPerson ? ExitCodes.Failed : ExitCodes.Ok;

    private static async Task<int> VerifyAsync(Invocation invocation, ParseResult _, CancellationToken cancellationToken) =>
        (await ShowAsync(invocation, cancellationToken)).IsDone ? ExitCodes.Ok : ExitCodes.Failed;

    private static async Task<int> ApplyAsync(Invocation invocation, ParseResult _, CancellationToken cancellationToken)
    {
        var options = invocation.IsolationConfigured.Options;
        using var setup = invocation.OpenIsolation(options);
        using var dialog = new TypedConfirmation(invocation, options);
        var (end, plan) = await AskAsync(() => setup.ApplyAsync(dialog, cancellationToken), changes: true);
        Show(invocation, options, plan, end);
        return end switch
        {
            ApplyEnd.Done => ExitCodes.Ok,
            ApplyEnd.NotConfirmed or ApplyEnd.NeedsPerson => ExitCodes.Refused,
            _ => ExitCodes.Failed,
        };
    }

    private static async Task<IsolationPlan> ShowAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var options = invocation.IsolationConfigured.Options;
        using var setup = invocation.OpenIsolation(options);
        var plan = await AskAsync(() => setup.LookAsync(cancellationToken), changes: false);
        Show(invocation, options, plan, null);
        return plan;
    }

    private static async Task<T> AskAsync<T>(Func<Task<T>> ask, bool changes)
    {
        try
        {
            return await ask();
        }
        catch (CloudException e)
        {
            throw new IsolationBrokenOffException(e, changes);
        }
    }

    private static void Show(Invocation invocation, IsolationOptions options, IsolationPlan plan, ApplyEnd? applied)
    {
        var document = IsolationDocument.Of(options, plan, applied);
        invocation.Presenter.Show(IsolationReport.Of(document), document);
    }
}
