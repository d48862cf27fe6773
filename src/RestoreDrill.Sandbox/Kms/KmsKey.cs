namespace RestoreDrill.Sandbox.Kms;

/// <summary>A key of one account and region.</summary>
/// <param name="AccountId">Its owner.</param>
/// <param name="Region">Its region.</param>
/// <param name="Alias">Its one alias, with the prefix <c>alias/</c>.</param>
/// <param name="State"><c>Enabled</c>, <c>Disabled</c> or <c>PendingDeletion</c>.</param>
internal sealed record KmsKey(string AccountId, string Region, string Alias, string State)
{
    public const string CustomerAlias = "alias/restoredrill";
    public const string RdsAlias = "alias/aws/rds";
    public const string BackupAlias = "alias/aws/backup";

    public string KeyId => Accounts.Identifiers.Uuid($"{AccountId}/{Region}/{Alias}").ToString();

    public string Arn => $"arn:aws:kms:{Region}:{AccountId}:key/{KeyId}";

    public string AliasArn => $"arn:aws:kms:{Region}:{AccountId}:{Alias}";

    /// <summary>AWS managed keys have a policy that nobody can change: no other account may ever use them.</summary>
    public bool IsAwsManaged => Alias is RdsAlias or BackupAlias;

    public bool IsUsable => State == "Enabled";
}
