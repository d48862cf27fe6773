using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Backup;

namespace RestoreDrill.Sandbox.Organizations.Structure;

/// <summary>
/// AvailablePolicyTypes says what all features make possible, not what is on: "Do not use" (API reference, Organization). It shows service control policies as
/// ENABLED whether or not the root has them.
/// </summary>
internal sealed class DescribeOrganization : IOrganizationsOperation
{
    public string Name => nameof(DescribeOrganization);

    public Dictionary<string, object> Execute(OrganizationsCall call) => BackupJson.Object(("Organization", BackupJson.Object(
        ("Id", call.State.Id), ("Arn", OrganizationArn.Organization(call.State)), ("FeatureSet", "ALL"),
        ("MasterAccountArn", OrganizationArn.For(call.State, Account.Management.Id)), ("MasterAccountId", Account.Management.Id),
        ("MasterAccountEmail", call.State.Members.Find(member => member.AccountId == Account.Management.Id)!.Email),
        ("AvailablePolicyTypes", new[] { OrganizationsJson.EnabledType() }))));
}
