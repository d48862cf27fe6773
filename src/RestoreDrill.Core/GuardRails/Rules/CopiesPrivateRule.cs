using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Protection;

namespace RestoreDrill.Core.GuardRails.Rules;

internal sealed class CopiesPrivateRule(InstallationOptions options, IVaultAccount vault, IIsolation isolation) : IGuardRailRule
{
    public GuardRail Rail => GuardRailCatalog.CopiesPrivate;

    public async Task<GuardRailAnswer> AskAsync(CancellationToken cancellationToken)
    {
        var all = await vault.ListSnapshotsAsync(cancellationToken).ConfigureAwait(false);
        var names = new ResourceNames(options.Installation);
        var tagged = options.Databases.SelectMany(database => CopyList.Of(all, options.Installation, database.Name)).ToList();

        // One that lost its tags holds the data of a database all the same.
        var lost = all.Where(snapshot => snapshot.IsAvailable && names.CopyRunOf(snapshot.Name) is not null && !tagged.Contains(snapshot)).ToList();
        var copies = tagged.Concat(lost).ToList();
        if (copies.Count == 0)
        {
            return GuardRailAnswer.NotCheckable(Rail, "the vault account has no copy of ours that could be looked at");
        }

        var wrong = new List<string>();

        // A snapshot of AWS Backup cannot be shared by anybody (RDS user guide, "Sharing a DB snapshot").
        var manual = copies.Where(static copy => !copy.IsRecoveryPoint).ToList();
        foreach (var copy in manual)
        {
            var shared = await isolation.SharedWithAsync(copy.Name, cancellationToken).ConfigureAwait(false);
            if (shared.Count > 0)
            {
                wrong.Add($"{copy.Name} is {(shared.Contains("all") ? "public" : $"shared with {string.Join(", ", shared)}")}");
            }
        }

        return GuardRailAnswer.Judge(
            Rail, wrong, $"{manual.Count} manual snapshots are shared with nobody, {copies.Count - manual.Count} recovery points cannot be shared{(lost.Count > 0 ? $"; copies that lost their tags among them: {string.Join(", ", lost.Select(static copy => copy.Name))}" : string.Empty)}");
    }
}
