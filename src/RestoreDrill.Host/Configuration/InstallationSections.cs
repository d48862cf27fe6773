using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Terraform;
using RestoreDrill.Host.Service;

namespace RestoreDrill.Host.Configuration;

/// <summary>All sections but that of the store, which an emergency restore does without.</summary>
internal sealed record InstallationSections(InstallationOptions Options, ServiceOptions Service, RoleAccess Source, RoleAccess Vault, RoleAccess Drill, RoleAccess? Restore, RoleAccess? RestoreTarget)
{
    /// <returns>The sections; null where there is any problem.</returns>
    public static InstallationSections? Read(Section root, InstallationId installation)
    {
        var source = SourceSection.Read(root.Child("Source"));
        var vault = VaultSection.Read(root.Child("Vault"));
        var route = RouteKey.Read(root);
        var backup = BackupSection.Read(root.Child("Backup"), source.Keys, vault.Keys);
        var facts = FactsSection.Read(root.Child("Facts"), vault.Keys.AccountId, route == CopyRoute.AwsBackup ? backup?.RetentionDays : null);
        AccountsApart.Check(root, source.Keys.AccountId, vault.Keys.AccountId);
        var scratch = ScratchSection.Read(root.Child("Scratch"));
        var restore = RestoreSection.Read(root.Child("Restore"), root.Has("Restore"), vault, route, scratch?.ParameterGroup);
        var timing = TimingSection.Read(root.Child("Timing"));
        var reading = ReadingSection.Read(root.Child("Reading"));
        var selfTest = SelfTestSection.Read(root.Child("SelfTest"));
        var budgets = BudgetsSection.Read(root.Child("Budgets"), scratch, timing);
        var service = ServiceSection.Read(root.Child("Service"));
        var databases = DatabasesSection.Read(root);
        var terraform = TerraformSection.Read(root.Child("Terraform"));
        var isolation = IsolationSection.Read(root.Child("Isolation"), source.Keys.AccountId, backup?.RetentionDays, isUsed: false);
        root.RejectUnknown();
        if (root.Findings.Problems.Count > 0)
        {
            return null;
        }

        var options = new InstallationOptions
        {
            Installation = installation,
            Source = source.Options!,
            Vault = vault.Options! with { MemberRole = isolation.MemberRole },
            Route = route,
            Backup = backup,
            Facts = facts,
            Guard = new GuardOptions
            {
                SourceAccount = source.Keys.AccountId!,
                SourceRegion = source.Keys.Region!,
                VaultAccount = vault.Keys.AccountId!,
                VaultBucket = facts?.Bucket,
                Instances = [.. databases.Select(static database => new GuardedInstance(database.Name, database.Instance))],
                Terraform = terraform,
            },
            Scratch = scratch!,
            Restore = restore.Options,
            Timing = timing,
            Reading = reading,
            SelfTest = selfTest,
            Budgets = budgets,
            Databases = databases,
        };
        return new InstallationSections(options, service, source.Access!, vault.Access!, vault.DrillAccess!, restore.Access, restore.TargetAccess);
    }
}
