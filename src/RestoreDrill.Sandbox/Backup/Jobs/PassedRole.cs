using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.Policies;

namespace RestoreDrill.Sandbox.Backup.Jobs;

/// <summary>The role that a job is given to work in.</summary>
internal sealed class PassedRole(Roles roles)
{
    /// <summary>The ARN of a role of the caller's account that trusts AWS Backup.</summary>
    /// <exception cref="AwsError">InvalidParameterValueException: there is no such role, or it does not.</exception>
    public string Of(BackupCall call)
    {
        var arn = call.Required("IamRoleArn");
        return roles.WithArn(arn) is { } role && role.AccountId == call.AccountId && TrustsBackup(role)
            ? arn
            : throw BackupError.InvalidParameterValue($"IAM Role {arn} cannot be assumed by AWS Backup");
    }

    private static bool TrustsBackup(Role role)
    {
        // The service comes from no account; with the role's own one, only a statement that names the service lets it in.
        var asked = new PolicyRequest(
            new PolicyCaller(role.AccountId, BackupServiceRole.Service, null), "sts:AssumeRole", role.Arn, role.AccountId, ConditionContext.Empty);
        var trust = new ResourcePolicy(PolicyKind.Trust, new NamedPolicy($"trust policy of {role.Arn}", role.Trust), IsRequired: true);
        return PolicyEvaluator.Decide(asked, new ApplicablePolicies([], trust)).IsAllowed;
    }
}
