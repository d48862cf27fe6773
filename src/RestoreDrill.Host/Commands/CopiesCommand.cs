using System.CommandLine;
using RestoreDrill.Core.Facts;
using RestoreDrill.Core.Refusals;
using RestoreDrill.Core.Restoring;
using RestoreDrill.Host.Copies;
using RestoreDrill.Host.Running;

namespace RestoreDrill.Host.Commands;

/// <summary>
/// <c>restoredrill copies</c>: what there is to restore, and what it is worth, by the vault account and the bucket of facts alone. Needs neither the store nor the source account.
/// </summary>
internal static class CopiesCommand
{
    public static Command Create(Runner runner)
    {
        var database = new Argument<string?>("database") { Description = "Only this protected database's.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("copies", "Lists the copies in the vault with what the bucket of facts says of each: needs neither the store nor the source account.") { database };
        return runner.Does(command, (invocation, parsed, token) => RunAsync(invocation, parsed.GetValue(database), token));
    }

    private static async Task<int> RunAsync(Invocation invocation, string? database, CancellationToken cancellationToken)
    {
        var options = invocation.Configured.Installation;
        if (options.Facts is not { } facts)
        {
            throw new RefusedException(["No bucket of facts is configured (RestoreDrill:Facts): which copies are proven lies in RestoreDrill's own store. See `restoredrill status`."]);
        }

        var names = database is null ? options.Databases.Select(static one => one.Name).ToList() : [options.Require(database).Name];
        var snapshots = await invocation.Ports.Vault.ListSnapshotsAsync(cancellationToken);
        var judged = await new JudgedCopies(options, invocation.Ports.FactsOfCopies).OfAsync(names, snapshots, cancellationToken);
        var copies = judged.Select(copy => CopyDocument.Of(options.Installation, copy.Database, copy.Snapshot, copy.Report)).ToList();
        var without = names.Where(name => !copies.Exists(copy => copy.Database == name && copy.Standing == CopyStanding.Proven)).ToList();
        var document = new CopiesDocument(options.Installation.Value, invocation.Surroundings.Time.GetUtcNow(), facts.Bucket, copies, without);
        invocation.Presenter.Show(CopiesReport.Of(document, invocation.CommandOf), document);
        return document.IsGood ? ExitCodes.Ok : ExitCodes.Failed;
    }
}
