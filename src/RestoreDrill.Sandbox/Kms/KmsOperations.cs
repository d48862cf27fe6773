using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Kms.Access;
using RestoreDrill.Sandbox.Kms.Aliases;
using RestoreDrill.Sandbox.Kms.Grants;
using RestoreDrill.Sandbox.Kms.Keys;
using RestoreDrill.Sandbox.Kms.Rotation;
using RestoreDrill.Sandbox.Kms.Tags;

namespace RestoreDrill.Sandbox.Kms;

/// <summary>All operations, put together.</summary>
internal static class KmsOperations
{
    public static IEnumerable<IKmsOperation> All(KeyPolicyRules rules, KnownPrincipals principals, ServiceGrants grants, SandboxClock clock) =>
    [
        new CreateKey(rules, clock), new DescribeKey(), new ListKeys(), new EnableKey(), new DisableKey(), new ScheduleKeyDeletion(clock), new CancelKeyDeletion(),
        new CreateAlias(clock), new UpdateAlias(clock), new DeleteAlias(), new ListAliases(),
        new GetKeyPolicy(), new PutKeyPolicy(rules), new ListKeyPolicies(),
        new CreateGrant(principals, clock), new ListGrants(grants), new RevokeGrant(grants), new RetireGrant(),
        new TagResource(), new UntagResource(), new ListResourceTags(),
        new EnableKeyRotation(clock), new DisableKeyRotation(), new GetKeyRotationStatus(clock),
    ];
}
