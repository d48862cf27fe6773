using RestoreDrill.Sandbox.Backup;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Organizations.Delegation;

internal sealed class DescribeResourcePolicy : IOrganizationsOperation
{
    public string Name => nameof(DescribeResourcePolicy);

    public Dictionary<string, object> Execute(OrganizationsCall call) => Render(
        call.State, call.State.Delegation ?? throw new AwsError("ResourcePolicyNotFoundException", "We can't find a resource policy in your organization."));

    public static Dictionary<string, object> Render(OrganisationState state, DelegationPolicy policy) => BackupJson.Object(("ResourcePolicy", BackupJson.Object(
        ("ResourcePolicySummary", BackupJson.Object(("Id", policy.Id), ("Arn", OrganizationArn.For(state, policy.Id)))), ("Content", policy.Content))));
}
