using RestoreDrill.Sandbox.Backup;
using RestoreDrill.Sandbox.Organizations.Accounts;
using RestoreDrill.Sandbox.Organizations.Policies;
using RestoreDrill.Sandbox.Organizations.Units;

namespace RestoreDrill.Sandbox.Organizations;

/// <summary>The parts of an organisation as AWS answers them.</summary>
internal static class OrganizationsJson
{
    public static Dictionary<string, object> Account(OrganisationState state, Member member, DateTimeOffset now) => BackupJson.Object(
        ("Id", member.AccountId), ("Arn", OrganizationArn.For(state, member.AccountId)), ("Email", member.Email), ("Name", member.Name),
        ("Status", member.StatusAt(now)), ("State", member.StateAt(now)), ("Paths", new[] { state.PathOf(member.AccountId) }),
        ("JoinedMethod", "INVITED"), ("JoinedTimestamp", member.JoinedAt));

    public static Dictionary<string, object> Unit(OrganisationState state, Unit unit) => BackupJson.Object(
        ("Id", unit.Id), ("Arn", OrganizationArn.For(state, unit.Id)), ("Name", unit.Name), ("Path", state.PathOf(unit.Id)));

    public static Dictionary<string, object> Root(OrganisationState state) => BackupJson.Object(
        ("Id", state.RootId), ("Arn", OrganizationArn.For(state, state.RootId)), ("Name", "Root"),
        ("PolicyTypes", state.HasServiceControlPolicies ? [EnabledType()] : Array.Empty<object>()));

    /// <summary>The one policy type that is known here, as it is listed where it is on.</summary>
    public static Dictionary<string, object> EnabledType() => BackupJson.Object(("Type", PolicyTypes.ServiceControl), ("Status", "ENABLED"));

    public static Dictionary<string, object> Summary(OrganisationState state, ServiceControlPolicy policy) => BackupJson.Object(
        ("Id", policy.Id), ("Arn", OrganizationArn.For(state, policy.Id)), ("Name", policy.Name), ("Description", policy.Description),
        ("Type", PolicyTypes.ServiceControl), ("AwsManaged", policy.IsAwsManaged));

    public static Dictionary<string, object> Policy(OrganisationState state, ServiceControlPolicy policy) =>
        BackupJson.Object(("Policy", BackupJson.Object(("PolicySummary", Summary(state, policy)), ("Content", policy.Content))));
}
