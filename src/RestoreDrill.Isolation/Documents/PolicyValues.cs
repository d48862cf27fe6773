using System.Text.Json.Nodes;
using RestoreDrill.Isolation.Accounts;

namespace RestoreDrill.Isolation.Documents;

/// <summary>What stands in the shipped policies for what is written in braces (docs/iam/README.md).</summary>
internal sealed class PolicyValues(IsolationOptions options, VaultKey vaultKey, SourceKeys sourceKeys)
{
    /// <summary>Whether all that stands in a shipped policy is known. What is not is left out, and would be taken out of what is there.</summary>
    public async Task<bool> AreKnownAsync(string name, CancellationToken cancellationToken) =>
        !ShippedPolicy.Names(name, "source-key-arn") || (await sourceKeys.FindAsync(cancellationToken)).Troubles.Count == 0;

    /// <summary>A shipped policy, filled in. Where the vault's key is not made yet, a text stands for it that is no ARN.</summary>
    public async Task<JsonObject> FillAsync(string name, CancellationToken cancellationToken) => ShippedPolicy.Fill(name, new Dictionary<string, IReadOnlyList<string>>
    {
        ["installation"] = [options.Installation],
        ["region"] = [options.Region],
        ["source-account"] = [options.SourceAccount],
        ["vault-account"] = [options.VaultAccount],
        ["source-vault"] = [options.SourceVault],
        ["vault"] = [options.Vault],
        ["fact-bucket"] = options.Facts is { } facts ? [facts.Bucket] : [],
        ["state-bucket"] = options.StateBucket is { } bucket ? [bucket] : [],
        ["backup-role-arn"] = [options.BackupRoleArn],
        ["source-key-arn"] = [.. (await sourceKeys.FindAsync(cancellationToken)).Arns],
        ["vault-key-arn"] = [(await vaultKey.FindAsync(cancellationToken))?.Arn ?? "the-key-that-is-to-be-made"],
        ["subnet-group"] = [options.SubnetGroup],
        ["restore-subnet-group"] = options.Restore is { } restored ? [restored.SubnetGroup] : [],
        ["restore-parameter-group"] = options.Restore is { } handedOver ? [handedOver.ParameterGroups] : [],
        ["service-role-arn"] = [options.ServiceRoleArn],
        ["member-role"] = [options.MemberRole],
        ["reader"] = options.TokenReaders,
        ["external-id"] = [options.ExternalId],
    });
}
