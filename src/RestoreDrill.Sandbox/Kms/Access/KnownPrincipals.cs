using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Policies;

namespace RestoreDrill.Sandbox.Kms.Access;

/// <summary>The principals that there are: a key's policy and a grant can name no others.</summary>
internal sealed class KnownPrincipals(Roles roles)
{
    /// <param name="name">An ARN, or the name of an AWS service, of which all are taken to be there.</param>
    public bool Has(string name)
    {
        if (name.Split(':') is not ["arn", _, var service, _, var id, var resource])
        {
            return !name.StartsWith("arn:", StringComparison.Ordinal);
        }

        return Account.All.FirstOrDefault(account => account.Id == id) is { } account && (service, resource.Split('/')) switch
        {
            ("iam", ["root"]) => name == PolicyCaller.RootOf(id),
            ("iam", ["user", ..]) => name == CredentialStore.AdministratorOf(account),
            ("iam", ["role", ..]) => roles.WithArn(name) is not null,
            ("sts", ["assumed-role", var role, _]) => roles.HasNamed(id, role),
            _ => false,
        };
    }
}
