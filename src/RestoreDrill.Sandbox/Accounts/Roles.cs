namespace RestoreDrill.Sandbox.Accounts;

/// <summary>The roles that RestoreDrill works in. The vault account trusts only itself; the source account trusts the vault's principals by external id.</summary>
internal sealed class Roles(string externalId)
{
    public const string SourceRole = "restoredrill-source";
    public const string VaultRole = "restoredrill-vault";
    public const string DrillRole = "restoredrill-drill";

    private readonly Role[] all =
    [
        new(SourceRole, Account.Source.Id, Account.Vault.Id, externalId,
        [
            "rds:Describe*", "rds:ListTagsForResource", "rds:CreateDBSnapshot", "rds:CopyDBSnapshot", "rds:ModifyDBSnapshotAttribute",
            "rds:DeleteDBSnapshot", "rds:AddTagsToResource", "kms:DescribeKey", "kms:CreateGrant",
        ]),
        new(VaultRole, Account.Vault.Id, Account.Vault.Id, null,
        [
            "rds:Describe*", "rds:ListTagsForResource", "rds:CopyDBSnapshot", "rds:AddTagsToResource", "kms:DescribeKey", "kms:CreateGrant",
        ]),
        new(DrillRole, Account.Vault.Id, Account.Vault.Id, null,
        [
            "rds:Describe*", "rds:ListTagsForResource", "rds:RestoreDBInstanceFromDBSnapshot", "rds:ModifyDBInstance", "rds:DeleteDBInstance",
            "rds:AddTagsToResource", "kms:DescribeKey", "kms:CreateGrant",
        ]),
    ];

    public Role? Find(string accountId, string name) => all.FirstOrDefault(role => role.AccountId == accountId && role.Name == name);

    public Role? WithArn(string arn) => all.FirstOrDefault(role => role.Arn == arn);
}
