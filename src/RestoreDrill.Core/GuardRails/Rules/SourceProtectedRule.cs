using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Protection;

namespace RestoreDrill.Core.GuardRails.Rules;

internal sealed class SourceProtectedRule(ProtectedDatabase database, ISourceAccount source) : IGuardRailRule
{
    public GuardRail Rail => GuardRailCatalog.SourceProtected;

    public async Task<GuardRailAnswer> AskAsync(CancellationToken cancellationToken)
    {
        if (await source.FindInstanceAsync(database.Instance, cancellationToken).ConfigureAwait(false) is not { } instance)
        {
            return GuardRailAnswer.Broken(Rail, $"there is no instance {database.Instance}: run no Terraform now");
        }

        var wrong = new List<string>();
        if (!instance.DeletionProtection)
        {
            wrong.Add($"instance {instance.Name} has no deletion protection");
        }

        if (instance.BackupRetentionDays == 0)
        {
            wrong.Add($"instance {instance.Name} keeps no backups of its own");
        }

        return GuardRailAnswer.Judge(Rail, wrong, $"instance {instance.Name} has deletion protection and keeps backups for {instance.BackupRetentionDays} days");
    }
}
