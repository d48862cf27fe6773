using System.Text.Json.Nodes;
using RestoreDrill.Isolation.Accounts;

namespace RestoreDrill.Isolation.Documents;

/// <summary>What stands in the shipped policies for what is written in braces (docs/iam/README.md).</summary>
internal sealed class PolicyValues(IsolationOptions options, VaultKey vaultKey, SourceKeys sourceKeys)
{
    /// <summary>Those that have an addition of their own for restores into another account, in a file of the same name.</summary>
    private static readonly string[] WithCopyBack = ["restoredrill-restore", "vault-account.scp", "vault-key"];

    /// <summary>The name of the addition to a policy.</summary>
    public static string CopyBackOf(string name) => name + ".copy-back";

    /// <summary>Whether all that stands in a shipped policy is known. What is not is left out, and would be taken out of what is there.</summary>
    public async Task<bool> AreKnownAsync(string name, CancellationToken cancellationToken) =>
        !ShippedPolicy.Names(name, "source-key-arn") || (await sourceKeys.FindAsync(cancellationToken)).Troubles.Count == 0;

    /// <summary>A shipped policy, filled in, with what restores into another account add to it. Where the vault's key is not made yet, a text stands for it that is no ARN.</summary>
    public async Task<JsonObject> FillAsync(string name, CancellationToken cancellationToken)
    {
        var values = await ValuesAsync(cancellationToken);
        var document = ShippedPolicy.Fill(name, values);
        return options.Restore?.Account is not null && WithCopyBack.Contains(name) ? ShippedPolicy.Add(document, ShippedPolicy.Fill(CopyBackOf(name), values)) : document;
    }

    private async Task<Dictionary<string, IReadOnlyList<string>>> ValuesAsync(CancellationToken cancellationToken) => new()
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
        ["target-account"] = options.Restore?.Account is { } target ? [target.AccountId] : [],
        ["target-vault"] = options.Restore?.Account is { } arrivals ? [arrivals.BackupVault] : [],
        ["target-role-arn"] = options.Restore?.Account is { } taken ? [taken.RoleArn] : [],
        ["copy-back-role-arn"] = options.Restore?.Account is { } copying ? [copying.CopyRoleArn] : [],
    };
}
