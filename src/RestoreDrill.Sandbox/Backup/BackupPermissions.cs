using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Backup.Tags;
using RestoreDrill.Sandbox.Backup.Vaults;
using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.Iam;
using RestoreDrill.Sandbox.Policies;
using RestoreDrill.Sandbox.Rds.Tags;

namespace RestoreDrill.Sandbox.Backup;

/// <summary>
/// The permissions that AWS Backup asks for (service authorization reference, "Actions, resources, and condition keys for AWS Backup"): its action on the
/// vault, the recovery point, the legal hold (any, for one that is to be made) or what is tagged, under the vault's access policy where there is one; and what goes with it to create a vault and to pass a role.
/// What AWS Backup asks of a vault's key in the caller's name is not asked for here.
/// </summary>
internal sealed class BackupPermissions(AccountStates states)
{
    /// <summary>What can be made with tags, and the parameter that has them.</summary>
    private static readonly Dictionary<string, string> Tagging = new() { ["CreateBackupVault"] = "BackupVaultTags", ["CreateLegalHold"] = "Tags" };

    private static readonly string[] LockKeys = ["ChangeableForDays", "MinRetentionDays", "MaxRetentionDays"];

    /// <summary>The ARN of what a call is about: a recovery point, else what is tagged, else a legal hold, else a vault; <c>*</c> if there is none.</summary>
    public static string ResourceOf(AwsCall call)
    {
        var parameters = call.Parameters;
        return parameters.Text("RecoveryPointArn")
            ?? (call.Action.Contains("Tag", StringComparison.Ordinal) ? parameters.Text("ResourceArn") : null)
            ?? ((parameters.Text("LegalHoldId") ?? (call.Action == "CreateLegalHold" ? "*" : null)) is { } hold ? $"arn:aws:backup:{call.Region}:{call.AccountId}:legal-hold:{hold}" : null)
            ?? (parameters.Text("BackupVaultName") is { } name ? new VaultArn(call.Region, call.AccountId, name).ToString() : "*");
    }

    public IReadOnlyList<AccessCheck> Of(AwsCall call)
    {
        var resource = ResourceOf(call);
        var owner = resource.Split(':') is [_, _, _, _, { Length: 12 } account, ..] ? account : call.AccountId;
        lock (states.Gate)
        {
            List<(string, string[])> keys = [.. RequestKeys(call), .. ResourceKeys(call, owner, resource)];
            List<AccessCheck> checks = [new($"backup:{call.Action}", resource, owner, keys, PolicyOf(call))];
            if (call.Action == "CreateBackupVault")
            {
                checks.Add(new AccessCheck("backup-storage:MountCapsule", "*", call.AccountId, []));
            }

            if (Tagging.TryGetValue(call.Action, out var tags) && call.Parameters.Map(tags) is not null)
            {
                checks.Add(new AccessCheck("backup:TagResource", resource, owner, keys));
            }

            if (call.Parameters.Text("IamRoleArn") is { } role)
            {
                checks.Add(new AccessCheck("iam:PassRole", role, call.AccountId,
                [
                    ("iam:PassedToService", [BackupServiceRole.Service]),
                    .. IamPermissions.ResourceKeys(states.Of(call.AccountId).Iam.Roles.Find(candidate => candidate.Arn == role)),
                ]));
            }

            return checks;
        }
    }

    /// <summary>The access policy of the caller's vault that a call names, or that holds the recovery point it names.</summary>
    private ResourcePolicy? PolicyOf(AwsCall call)
    {
        var own = states.Of(call.AccountId).Backup;
        var name = call.Parameters.Text("BackupVaultName") ?? call.Parameters.Text("SourceBackupVaultName")
            ?? (call.Parameters.Text("ResourceArn") is { } arn ? VaultArn.TryParse(arn)?.Name : null)
            ?? (call.Parameters.Text("RecoveryPointArn") is { } asked ? own.RecoveryPoints.Find(point => point.Arn == asked)?.VaultName : null);
        var vault = own.Vaults.Find(candidate => candidate.Name == name && candidate.Region == call.Region);
        return vault?.ResourcePolicy;
    }

    private IEnumerable<(string, string[])> ResourceKeys(AwsCall call, string owner, string resource)
    {
        // Another account's tags are not seen.
        List<ResourceTag> tags = owner == call.AccountId ? TaggedBackupResource.Find(states.Of(owner), resource) ?? [] : [];
        return tags.Select(tag => ($"aws:ResourceTag/{tag.Key}", new[] { tag.Value }));
    }

    private static IEnumerable<(string, string[])> RequestKeys(AwsCall call)
    {
        var parameters = call.Parameters;
        var tags = parameters.Map("BackupVaultTags") ?? parameters.Map("RecoveryPointTags") ?? parameters.Map("Tags");
        string[] tagKeys = [.. tags?.Keys ?? [], .. parameters.Texts("TagKeyList") ?? []];
        if (tagKeys.Length > 0)
        {
            yield return ("aws:TagKeys", tagKeys);
        }

        foreach (var (key, value) in tags ?? new Dictionary<string, string>())
        {
            yield return ($"aws:RequestTag/{key}", [value]);
        }

        foreach (var name in LockKeys)
        {
            if (parameters.Text(name) is { } days)
            {
                yield return ($"backup:{name}", [days]);
            }
        }

        if (parameters.Text("DestinationBackupVaultArn") is { } target)
        {
            yield return ("backup:CopyTargets", [target]);
        }
    }
}
