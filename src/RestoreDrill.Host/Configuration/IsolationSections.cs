using RestoreDrill.Core.Protection;
using RestoreDrill.Isolation;

namespace RestoreDrill.Host.Configuration;

/// <summary>Reads what <c>isolation</c> needs. What only the service needs (store, scratch instances' limits, files of its machine) may be missing.</summary>
internal static class IsolationSections
{
    private static readonly string[] OfOtherVerbs = ["Store", "Timing", "Reading", "SelfTest", "Budgets", "Service"];

    public static IsolationConfigured? Read(Section root, string file)
    {
        var route = root.Text("Route");
        foreach (var other in OfOtherVerbs)
        {
            root.Child(other);
        }

        var installation = ConfigurationLoader.ReadInstallation(root);
        var source = SourceSection.Read(root.Child("Source"));
        var vault = VaultSection.Read(root.Child("Vault"));
        AccountsApart.Check(root, source.Keys.AccountId, vault.Keys.AccountId);
        var backup = BackupSection.Read(root.Child("Backup"), source.Keys, vault.Keys);
        var facts = FactsSection.Read(root.Child("Facts"), vault.Keys.AccountId, route == "rds-snapshot" ? null : backup?.RetentionDays);
        var isolation = IsolationSection.Read(root.Child("Isolation"), source.Keys.AccountId, backup?.RetentionDays, isUsed: true);
        if (isolation.ServiceRoleArn is null && root.Findings.Problems.Count == 0)
        {
            root.Findings.Add(root.KeyPath("Isolation:ServiceRoleArn"), "is missing; write the role that the service runs in, which alone may take on RestoreDrill's roles");
        }

        var terraform = TerraformSection.Read(root.Child("Terraform"));
        var subnets = root.Child("Scratch").RequiredText("SubnetGroup", Forms.SubnetGroup(), "the DB subnet group of scratch instances, one without a way out");
        var restore = RestoreSection.Read(root.Child("Restore"), root.Has("Restore"), vault, route == "rds-snapshot" ? CopyRoute.RdsSnapshot : CopyRoute.AwsBackup, root.Child("Scratch").Text("ParameterGroup"));
        var (instances, readers) = ReadDatabases(root);
        if (source.Keys.ExternalId is null)
        {
            root.Findings.Add(root.KeyPath("Source:ExternalId"), "is missing; write a long random text, which the source role will ask for");
        }

        root.RejectUnknown();
        return root.Findings.Problems.Count > 0 ? null : new IsolationConfigured
        {
            File = file,
            Options = new IsolationOptions
            {
                Installation = installation.Value,
                Region = vault.Keys.Region!,
                SourceAccount = source.Keys.AccountId!,
                VaultAccount = vault.Keys.AccountId!,
                Profile = isolation.Profile,
                CredentialsFile = isolation.CredentialsFile,
                Endpoint = vault.Keys.Endpoint,
                MemberRole = isolation.MemberRole,
                ServiceRoleArn = isolation.ServiceRoleArn!,
                Unit = isolation.Unit,
                ExternalId = source.Keys.ExternalId!,
                SourceRoleArn = source.Access!.RoleArn,
                CopyRoleArn = vault.Access!.RoleArn,
                DrillRoleArn = vault.DrillAccess!.RoleArn,
                Restore = RoleOf(restore),
                BackupRoleArn = backup!.RoleArn,
                VaultKey = vault.Options!.KmsKey,
                ReencryptionKey = source.Options!.ReencryptionKey,
                SourceVault = backup.SourceVault,
                Vault = backup.VaultName,
                Facts = facts,
                StateBucket = terraform.StateBucket,
                RetentionDays = backup.RetentionDays,
                LockLeastDays = isolation.LockLeastDays,
                LockMostDays = isolation.LockMostDays,
                SubnetGroup = subnets!,
                Instances = instances,
                TokenReaders = readers,
            },
        };
    }

    private static RestoreRoleOptions? RoleOf(RestoreSection restore) => restore is not { Access: { } access, Options: { } options } ? null
        : new RestoreRoleOptions(access.RoleArn, options.SubnetGroup, options.ParameterGroup)
        {
            Account = restore.TargetAccess is { } target && options.Account is { } account
                ? new RestoreTargetOptions(account.AccountId, target.RoleArn, account.BackupVault, account.CopyRoleArn)
                : null,
        };

    private static (IReadOnlyList<string> Instances, IReadOnlyList<string> Readers) ReadDatabases(Section root)
    {
        var (instances, readers) = (new List<string>(), new SortedSet<string>(StringComparer.Ordinal));
        var sections = root.Sections("Databases");
        if (sections.Count == 0)
        {
            root.Findings.Add(root.KeyPath("Databases"), "lists no database; write at least one { \"Name\": ..., \"Instance\": ... }");
        }

        foreach (var section in sections)
        {
            instances.Add(section.RequiredText("Instance", Forms.InstanceIdentifier(), "the DB instance identifier in the source account, for example courses-prod") ?? "");
            var reader = section.Child("Reader");
            if (reader.Flag("Iam") && reader.Text("User") is { } user)
            {
                readers.Add(user);
            }
        }

        return (instances, [.. readers]);
    }
}
