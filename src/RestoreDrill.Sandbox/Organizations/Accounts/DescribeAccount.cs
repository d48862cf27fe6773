using RestoreDrill.Sandbox.Backup;

namespace RestoreDrill.Sandbox.Organizations.Accounts;

internal sealed class DescribeAccount : IOrganizationsOperation
{
    public string Name => nameof(DescribeAccount);

    public Dictionary<string, object> Execute(OrganizationsCall call) =>
        BackupJson.Object(("Account", OrganizationsJson.Account(call.State, call.Account(), call.Now)));
}
