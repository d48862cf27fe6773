using RestoreDrill.Core.Protection;

namespace RestoreDrill.Host.Configuration;

/// <summary><c>Vault</c>: the separate, locked account that holds the copies.</summary>
internal sealed record VaultSection(AccessKeys Keys, RoleAccess? Access, RoleAccess? DrillAccess, VaultOptions? Options)
{
    public static VaultSection Read(Section section)
    {
        var keys = AccessKeys.Read(section);
        var copy = keys.Role(section, "CopyRoleArn", "restoredrill-vault");
        var drill = keys.Role(section, "DrillRoleArn", "restoredrill-drill");
        if (copy is not null && copy.RoleArn == drill?.RoleArn)
        {
            section.Findings.Refuse(
                section.KeyPath("DrillRoleArn"),
                "is the same role as CopyRoleArn; write two roles: the one that may delete scratch instances must not be the one that writes copies");
        }

        var keyText = section.RequiredText("KmsKey", "the ARN (or alias ARN) of the vault's own customer managed KMS key");
        var key = keyText is null ? null : KmsKeyRules.Check(section, "KmsKey", keyText, keys, "the vault account");
        var quota = section.Whole("SnapshotQuota", 1);
        section.RejectUnknown();
        VaultOptions? options = null;
        if (keys.AccountId is { } account && key is not null)
        {
            options = new VaultOptions { AccountId = account, KmsKey = key };
            options = quota is { } given ? options with { SnapshotQuota = given } : options;
        }

        return new VaultSection(keys, copy, drill, options);
    }
}
