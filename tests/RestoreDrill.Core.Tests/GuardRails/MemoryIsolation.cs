using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.GuardRails;
using RestoreDrill.Core.Tests.Cloud;

namespace RestoreDrill.Core.Tests.GuardRails;

/// <summary>A vault account that is isolated in every way, until a test takes a layer away.</summary>
internal sealed class MemoryIsolation : IIsolation
{
    public const string Management = "333333333333";

    public Organisation? Organisation { get; set; } = new("o-abcdef1234", Management);

    public HashSet<string> Members { get; } = [Sample.SourceAccount, Sample.VaultAccount, Management];

    public List<OrganisationTarget> Path { get; set; } =
    [
        new(Sample.VaultAccount, false, [new AttachedPolicy("FullAWSAccess", Policies.Everything)]),
        new("ou-abcd-11111111", false, [new AttachedPolicy("FullAWSAccess", Policies.Everything), new AttachedPolicy("vault", Policies.Controls)]),
        new("r-abcd", true, [new AttachedPolicy("FullAWSAccess", Policies.Everything)]),
    ];

    public Dictionary<string, List<string>> Accounts { get; } = new() { ["ou-abcd-11111111"] = [Sample.VaultAccount] };

    public Dictionary<string, string> Trusts { get; } = new()
    {
        ["restoredrill-vault"] = Policies.Trusting("arn:aws:iam::222222222222:role/service"),
        ["restoredrill-drill"] = Policies.Trusting("arn:aws:iam::222222222222:role/service"),
        ["restoredrill-restore"] = Policies.TrustingUnder(Policies.WithASecondFactor),
        ["OrganizationAccountAccessRole"] = Policies.Trusting($"arn:aws:iam::{Management}:root"),
        ["aws-service-role/backup.amazonaws.com/AWSServiceRoleForBackup"] = Policies.Trusting("backup.amazonaws.com", "Service"),
    };

    public Dictionary<string, RolePolicies> RolePolicies { get; } = new()
    {
        ["restoredrill-vault"] = new([new AttachedPolicy("restoredrill-vault-acme", Policies.OfARole)], []),
        ["restoredrill-drill"] = new([new AttachedPolicy("restoredrill-drill-acme", Policies.OfARole)], []),
        ["restoredrill-restore"] = new([new AttachedPolicy("restoredrill-restore-acme", Policies.OfARole)], []),
    };

    public string? VaultPolicy { get; set; } = Policies.Vault;

    public string KeyPolicy { get; set; } = Policies.Key();

    /// <summary>What RDS gives itself, and what AWS Backup's own role is given.</summary>
    public List<KeyGrant> Grants { get; } = [Policies.Grant("rds.eu-west-1.amazonaws.com"), Policies.Grant("arn:aws:iam::222222222222:role/aws-service-role/backup.amazonaws.com/AWSServiceRoleForBackup")];

    /// <summary>The keys whose policy or grants were asked for.</summary>
    public HashSet<string> Keys { get; } = [];

    public Dictionary<string, List<string>> Shares { get; } = [];

    /// <summary>The operations that are refused.</summary>
    public HashSet<string> Refused { get; } = [];

    public Task<Organisation?> FindOrganisationAsync(CancellationToken cancellationToken) => Ask("organizations:DescribeOrganization", () => Organisation);

    public Task<bool> IsMemberAsync(string accountId, CancellationToken cancellationToken) => Ask("organizations:DescribeAccount", () => Members.Contains(accountId));

    public Task<IReadOnlyList<OrganisationTarget>> PathOfAsync(string accountId, CancellationToken cancellationToken) =>
        Ask<IReadOnlyList<OrganisationTarget>>("organizations:ListPoliciesForTarget", () => Path);

    public Task<IReadOnlyList<string>> AccountsInAsync(string parentId, CancellationToken cancellationToken) =>
        Ask<IReadOnlyList<string>>("organizations:ListAccountsForParent", () => Accounts[parentId]);

    public Task<IReadOnlyList<RoleTrust>> ListTrustsAsync(CancellationToken cancellationToken) =>
        Ask<IReadOnlyList<RoleTrust>>("iam:ListRoles", () => [.. Trusts.Select(static role => new RoleTrust($"arn:aws:iam::222222222222:role/{role.Key}", role.Value))]);

    public Task<RolePolicies?> FindPoliciesAsync(string role, CancellationToken cancellationToken) => Ask("iam:ListRolePolicies", () => RolePolicies.GetValueOrDefault(role));

    public Task<string?> FindVaultPolicyAsync(string vault, CancellationToken cancellationToken) => Ask("backup:GetBackupVaultAccessPolicy", () => VaultPolicy);

    public Task<string> KeyPolicyAsync(string keyArn, CancellationToken cancellationToken) => Ask("kms:GetKeyPolicy", () => Keys.Add(keyArn) ? KeyPolicy : KeyPolicy);

    public Task<IReadOnlyList<KeyGrant>> GrantsOfAsync(string keyArn, CancellationToken cancellationToken) =>
        Ask<IReadOnlyList<KeyGrant>>("kms:ListGrants", () => Keys.Add(keyArn) ? Grants : Grants);

    public Task<IReadOnlyList<string>> SharedWithAsync(string snapshot, CancellationToken cancellationToken) =>
        Ask<IReadOnlyList<string>>("rds:DescribeDBSnapshotAttributes", () => Shares.GetValueOrDefault(snapshot, []));

    private Task<T> Ask<T>(string operation, Func<T> answer) => Refused.Contains(operation)
        ? Task.FromException<T>(MemoryCloud.Refusal(CloudFault.AccessDenied, operation, "AccessDenied"))
        : Task.FromResult(answer());
}
