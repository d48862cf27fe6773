using RestoreDrill.Sandbox.Backup;
using RestoreDrill.Sandbox.Policies;

namespace RestoreDrill.Sandbox.Accounts;

/// <summary>
/// The roles that RestoreDrill works in, with the policies that it ships. Several installations share them here, so that each role has the shipped policy
/// once for each installation: what is of none of them stays shut. Beside them each account has the role that AWS Backup works in.
/// </summary>
internal sealed class Roles
{
    private static readonly Role[] OfServices = [.. Account.All.Select(BackupServiceRole.In)];
    private readonly Lock gate = new();
    private readonly ShippedPolicies shipped;
    private readonly List<string> installations = [];
    private Role[] all;

    public Roles(ShippedPolicies shipped)
    {
        this.shipped = shipped;
        all = [.. Names.Select(role => new Role(role.Name, role.Account.Id, shipped.Read(role.Name + ".trust", PolicyKind.Trust), []))];
    }

    public static IReadOnlyList<(string Name, Account Account)> Names { get; } =
    [
        ("restoredrill-source", Account.Source), ("restoredrill-vault", Account.Vault), ("restoredrill-drill", Account.Vault),
    ];

    /// <summary>Gives the roles what the shipped policies give an installation.</summary>
    public void Install(string installation)
    {
        lock (gate)
        {
            if (!installations.Contains(installation))
            {
                installations.Add(installation);
                all = [.. all.Select(role => role with { Policies = [.. role.Policies, PolicyOf(role, installation)] })];
            }
        }
    }

    public Role? Find(string accountId, string name) => Current().FirstOrDefault(role => role.AccountId == accountId && role.Name == name);

    public Role? WithArn(string arn) => Current().FirstOrDefault(role => role.Arn == arn);

    private NamedPolicy PolicyOf(Role role, string installation) =>
        new($"{role.Name} of {installation}", shipped.Read(role.Name, PolicyKind.Identity, installation));

    private Role[] Current()
    {
        lock (gate)
        {
            return [.. all, .. OfServices];
        }
    }
}
