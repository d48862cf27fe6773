using System.CommandLine;
using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Facts;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Refusals;
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
        var reader = new FactReader(invocation.Ports.FactsOfCopies, facts);
        var known = new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal);
        foreach (var name in options.Databases.Select(static one => one.Name))
        {
            known[name] = await reader.CopiesAsync(options.Installation, name, cancellationToken);
        }

        var copies = new List<CopyDocument>();
        foreach (var name in names)
        {
            // One that has lost its tags is no copy to a drill any more; here it is told.
            var listed = CopyList.Of(snapshots, options.Installation, name);
            foreach (var copy in listed.Concat(snapshots.Where(snapshot => snapshot.IsAvailable && !listed.Contains(snapshot) && WasOf(name, snapshot))))
            {
                copies.Add(CopyDocument.Of(options.Installation, name, copy, await StandingAsync(reader, options.Installation, name, copy, cancellationToken)));
            }
        }

        var without = names.Where(name => !copies.Exists(copy => copy.Database == name && copy.Standing == CopyStanding.Proven)).ToList();
        var document = new CopiesDocument(options.Installation.Value, invocation.Surroundings.Time.GetUtcNow(), facts.Bucket, copies, without);
        invocation.Presenter.Show(CopiesReport.Of(document), document);
        return document.IsGood ? ExitCodes.Ok : ExitCodes.Failed;

        // By the bucket or, where that names it for no database, by its own name.
        bool WasOf(string name, CloudSnapshot snapshot) => known[name].Contains(snapshot.Name)
            || (CopyTags.MayBeLostBy(snapshot, options.Installation, name) && !known.Values.Any(copies => copies.Contains(snapshot.Name)));
    }

    /// <summary>One copy of which nothing can be read does not hide the others.</summary>
    private static async Task<StandingReport> StandingAsync(FactReader reader, InstallationId installation, string database, CloudSnapshot copy, CancellationToken cancellationToken)
    {
        try
        {
            return StandingRules.Judge(copy, await reader.ReadAsync(installation, database, copy.Name, FactReader.Deciding, cancellationToken));
        }
        catch (CloudException e)
        {
            return new StandingReport(CopyStanding.NotKnown, $"Its facts cannot be read: {e.Message}", null, []);
        }
    }
}
