using System.Globalization;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.Kms.Aliases;
using RestoreDrill.Sandbox.Kms.Grants;
using RestoreDrill.Sandbox.Kms.Keys;

namespace RestoreDrill.Sandbox.Kms;

/// <summary>
/// The permissions that KMS asks for (KMS developer guide, "Permissions reference"): its action on the key under the key's policy, for aliases on the alias as well, and what
/// lists or makes keys of the account's own policies alone. Most operations nobody of another account can do.
/// </summary>
internal sealed class KmsPermissions(AccountStates states, KeyRing keys, KeyPolicies policies, KeyChecks checks)
{
    private static readonly string[] OpenToOtherAccounts =
    [
        "DescribeKey", "CreateGrant", "ListGrants", "RevokeGrant", "RetireGrant", "GetKeyRotationStatus",
    ];

    private const string Tagging = "kms:TagResource";
    private const string Bypass = "BypassPolicyLockoutSafetyCheck";

    /// <summary>The ARN of what a call is about; <c>*</c> if there is none.</summary>
    public string ResourceOf(AwsCall call) => call.Parameters.Text("AliasName") is { } alias
        ? KmsAlias.ArnOf(call.AccountId, call.Region, alias)
        : call.Parameters.Text("KeyId") is { } name ? keys.Find(call.AccountId, call.Region, name)?.Arn ?? name : "*";

    public IReadOnlyList<AccessCheck> Of(AwsCall call)
    {
        lock (states.Gate)
        {
            return call.Action switch
            {
                "CreateKey" => OfCreation(call),
                "ListKeys" or "ListAliases" => [Own(call, $"kms:{call.Action}", "*")],
                "CreateAlias" or "UpdateAlias" or "DeleteAlias" => [.. OfAlias(call)],
                "RetireGrant" => OfRetiring(call),
                _ => Named(call, "KeyId") is { } key ? [OnKey(call, key, KeysOf(call))] : [],
            };
        }
    }

    /// <summary>A key that is not there has no policy: that it is not found can be told to anybody of the account.</summary>
    private KmsKey? Named(AwsCall call, string parameter) => call.Parameters.Text(parameter) is { } name ? keys.Find(call.AccountId, call.Region, name) : null;

    private AccessCheck OnKey(AwsCall call, KmsKey key, IEnumerable<(string, string[])>? more = null)
    {
        var isShut = key.AccountId != call.AccountId && !OpenToOtherAccounts.Contains(call.Action);
        return checks.Direct(call, $"kms:{call.Action}", key, more, isShut ? KeyPolicies.Shut(key) : null);
    }

    private static AccessCheck Own(AwsCall call, string action, string resource, IEnumerable<(string, string[])>? more = null) =>
        new(action, resource, call.AccountId, [("kms:CallerAccount", [call.AccountId]), .. more ?? []]);

    private static IReadOnlyList<AccessCheck> OfCreation(AwsCall call)
    {
        List<(string, string[])> asked =
        [
            ("kms:KeySpec", [KeyMetadata.Spec]), ("kms:KeyUsage", [KeyMetadata.Usage]), ("kms:KeyOrigin", [KeyMetadata.Origin]), ("kms:MultiRegion", ["false"]),
            .. BypassOf(call), .. TagsOf(call),
        ];
        var creation = Own(call, "kms:CreateKey", "*", asked);
        return call.Parameters.Items("Tags") is null ? [creation] : [creation, Own(call, Tagging, "*", asked)];
    }

    private IEnumerable<AccessCheck> OfAlias(AwsCall call)
    {
        if (call.Parameters.Text("AliasName") is not { } name)
        {
            yield break;
        }

        yield return Own(call, $"kms:{call.Action}", KmsAlias.ArnOf(call.AccountId, call.Region, name));
        if (call.Action != "CreateAlias" && keys.Find(call.AccountId, call.Region, name) is { } current)
        {
            yield return OnKey(call, current);
        }

        if (Named(call, "TargetKeyId") is { } target)
        {
            yield return OnKey(call, target);
        }
    }

    private IReadOnlyList<AccessCheck> OfRetiring(AwsCall call)
    {
        var (key, grant) = call.Parameters.Text("GrantToken") is { } token
            ? GrantLookup.WithToken(keys, call, token)
            : Named(call, "KeyId") is { } named ? (named, named.Grants.Find(candidate => candidate.Id == call.Parameters.Text("GrantId"))) : default;
        return key is null ? []
            : [checks.Direct(call, "kms:RetireGrant", key, policy: grant is null ? policies.Of(key) : policies.ForRetiring(key, grant))];
    }

    private static IEnumerable<(string, string[])> KeysOf(AwsCall call)
    {
        var parameters = call.Parameters;
        if (parameters.Text("KeyId") is { } name && name.Split(":alias/") is [.., var alias] && name.Contains("alias/", StringComparison.Ordinal))
        {
            yield return ("kms:RequestAlias", [alias.StartsWith("alias/", StringComparison.Ordinal) ? alias : "alias/" + alias]);
        }

        IEnumerable<(string, string[])> own = call.Action switch
        {
            "ScheduleKeyDeletion" =>
                [("kms:ScheduleKeyDeletionPendingWindowInDays", [parameters.Text("PendingWindowInDays") ?? ScheduleKeyDeletion.UsualWindow.ToString(CultureInfo.InvariantCulture)])],
            "PutKeyPolicy" => BypassOf(call),
            "TagResource" or "UntagResource" => TagsOf(call),
            "CreateGrant" => GrantOf(parameters),
            "EnableKeyRotation" => Given("kms:RotationPeriodInDays", parameters.Text("RotationPeriodInDays")),
            _ => [],
        };
        foreach (var key in own)
        {
            yield return key;
        }
    }

    private static IEnumerable<(string, string[])> GrantOf(CallParameters parameters) =>
    [
        .. Given("kms:GranteePrincipal", parameters.Text("GranteePrincipal")),
        .. Given("kms:RetiringPrincipal", parameters.Text("RetiringPrincipal")),
        ("kms:GrantOperations", [.. parameters.Texts("Operations") ?? []]),
        .. Given("kms:GrantConstraintType", parameters.Map("Constraints.EncryptionContextEquals") is null ? null : "EncryptionContextEquals"),
        .. Given("kms:GrantConstraintType", parameters.Map("Constraints.EncryptionContextSubset") is null ? null : "EncryptionContextSubset"),
    ];

    private static IEnumerable<(string, string[])> BypassOf(AwsCall call) =>
        [($"kms:{Bypass}", [call.Parameters.Flag(Bypass) == true ? "true" : "false"])];

    private static IEnumerable<(string, string[])> TagsOf(AwsCall call)
    {
        var tags = (call.Parameters.Items("Tags") ?? []).Select(item => (Key: item.Text("TagKey") ?? "", Value: item.Text("TagValue") ?? "")).ToList();
        string[] tagKeys = [.. tags.Select(tag => tag.Key), .. call.Parameters.Texts("TagKeys") ?? []];
        return tagKeys.Length == 0 ? [] : [("aws:TagKeys", tagKeys), .. tags.Select(tag => ($"aws:RequestTag/{tag.Key}", new[] { tag.Value }))];
    }

    private static IEnumerable<(string, string[])> Given(string key, string? value) => value is null ? [] : [(key, [value])];
}
