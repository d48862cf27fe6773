using RestoreDrill.Core.GuardRails;
using RestoreDrill.Core.GuardRails.Policies;
using RestoreDrill.Core.Tests.Facts;

namespace RestoreDrill.Core.Tests.GuardRails;

/// <summary>Policies as they should be, built from what is required.</summary>
internal static class Policies
{
    public const string Everything = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""";

    /// <summary>Some of what the drill role has: its grants are for services of AWS.</summary>
    public const string OfARole =
        """
        {"Version":"2012-10-17","Statement":[
          {"Effect":"Allow","Action":["rds:DescribeDBSnapshots","rds:DeleteDBInstance"],"Resource":"*"},
          {"Effect":"Allow","Action":"kms:CreateGrant","Resource":"*","Condition":{"Bool":{"kms:GrantIsForAWSResource":"true"},"StringLike":{"kms:ViaService":"rds.*.amazonaws.com"}}}]}
        """;

    /// <summary>RestoreDrill's roles, that of emergency restores among them.</summary>
    public static VaultRoles OwnRoles { get; } = new(
        ["arn:aws:iam::222222222222:role/restoredrill-vault", "arn:aws:iam::222222222222:role/restoredrill-drill"], "arn:aws:iam::222222222222:role/restoredrill-restore");

    public static IReadOnlyList<string> Roles => OwnRoles.All;

    public const string MemberRole = "arn:aws:iam::222222222222:role/OrganizationAccountAccessRole";

    public static string Controls => Without();

    public static string Vault => Denying(
        [.. VaultDenies.ByVaultPolicy.Select(static deny => deny.Action)],
        "\"Principal\":\"*\",",
        """{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:root"},"Action":"backup:CopyIntoBackupVault","Resource":"*"}""");

    /// <summary>A key's policy that lets the vault account in, and whatever else.</summary>
    public static string Key(string? more = null) =>
        $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::222222222222:root"},"Action":"kms:*","Resource":"*"}{{(more is null ? "" : "," + more)}}]}""";

    public static KeyGrant Grant(string grantee, string? retiring = null, string issuedBy = "arn:aws:iam::222222222222:root") => new("0a1b", grantee, retiring, issuedBy, ["Decrypt", "CreateGrant"]);

    public static string Trusting(string principal, string kind = "AWS") =>
        $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"{{kind}}":"{{principal}}"},"Action":"sts:AssumeRole"}]}""";

    /// <summary>The condition of the role that people take on.</summary>
    public const string WithASecondFactor = """{"Bool":{"aws:MultiFactorAuthPresent":"true"}}""";

    public static string TrustingUnder(string condition, string principal = "arn:aws:iam::222222222222:root", string kind = "AWS") =>
        $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"{{kind}}":"{{principal}}"},"Action":"sts:AssumeRole","Condition":{{condition}}}]}""";

    /// <summary>A role's policies, with one statement.</summary>
    public static RolePolicies Having(string statement) => new([new AttachedPolicy("odd", $$"""{"Version":"2012-10-17","Statement":[{{statement}}]}""")], []);

    /// <summary>The service control policy, without the denial of these actions.</summary>
    public static string Without(params string[] actions)
    {
        var required = VaultDenies.ByControls(Roles, MemberRole, FactSamples.Options.Bucket, null).Where(deny => !actions.Contains(deny.Action)).ToList();
        var grants = required.Any(static deny => deny.Action == "kms:CreateGrant")
            ? """{"Effect":"Deny","Action":"kms:CreateGrant","Resource":"*","Condition":{"BoolIfExists":{"kms:GrantIsForAWSResource":"false"}}}"""
            : """{"Effect":"Deny","Action":"sns:DeleteTopic","Resource":"*"}""";
        return Denying([.. required.Where(static deny => deny.Excepted is null).Select(static deny => deny.Action).Distinct()], string.Empty, grants);
    }

    public static string Denying(IEnumerable<string> actions, string more, string other) =>
        $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Deny",{{more}}"Action":[{{string.Join(",", actions.Select(static action => $"\"{action}\""))}}],"Resource":"*"},{{other}}]}""";
}
