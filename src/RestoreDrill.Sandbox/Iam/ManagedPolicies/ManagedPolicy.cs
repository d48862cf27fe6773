using System.Globalization;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Policies;

namespace RestoreDrill.Sandbox.Iam.ManagedPolicies;

/// <summary>
/// A policy that AWS manages for all accounts. There are those that AWS Backup's and administrators' roles have, with AWS's names, versions and dates (AWS managed policy reference);
/// of their documents what AWS lets AWS Backup do with RDS instances, snapshots, vaults and keys, and not the rest.
/// </summary>
/// <param name="Path">Of its ARN.</param>
/// <param name="Name">Its name, and that of the file that holds its document.</param>
/// <param name="Version">The default version, which is the only one here.</param>
/// <param name="Description">AWS's.</param>
/// <param name="CreatedAt">When AWS made it.</param>
/// <param name="UpdatedAt">When AWS last changed it.</param>
internal sealed record ManagedPolicy(string Path, string Name, string Version, string Description, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    private NamedPolicy? read;

    public static IReadOnlyList<ManagedPolicy> All { get; } =
    [
        Of("/service-role/", "AWSBackupServiceRolePolicyForBackup", "v30", "Provides AWS Backup permission to create backups on your behalf across AWS services",
            "2019-01-10T21:01:28Z", "2026-02-23T19:42:11Z"),
        Of("/service-role/", "AWSBackupServiceRolePolicyForRestores", "v35",
            "Provides AWS Backup permission to perform restores on your behalf across AWS services. This policy includes permissions to create and delete AWS "
                + "resources, such as EBS volumes, RDS instances, and EFS file systems, which are part of the restore process.",
            "2019-01-12T00:23:54Z", "2026-02-12T17:57:30Z"),
        Of("/", "AdministratorAccess", "v1", "Provides full access to AWS services and resources.", "2015-02-06T18:39:46Z", "2015-02-06T18:39:46Z"),
        Of("/aws-service-role/", "AWSBackupServiceLinkedRolePolicyForBackup", "v31",
            "Provides AWS Backup permission to create backups on your behalf across AWS services", "2020-06-02T23:08:40Z", "2026-02-12T17:59:36Z"),
    ];

    public string Arn => $"arn:aws:iam::aws:policy{Path}{Name}";

    /// <summary>ANPA and 17 characters; not AWS's own.</summary>
    public string Id => "ANPA" + Identifiers.Derived(Arn, 17);

    /// <summary>Whether it is for a role that an AWS service makes for itself.</summary>
    public bool IsForServiceLinkedRoles => Path == "/aws-service-role/";

    public string Text => ShippedPolicies.Text(Name);

    /// <summary>The policy of that ARN; null if there is none.</summary>
    public static ManagedPolicy? WithArn(string arn) => All.FirstOrDefault(policy => policy.Arn == arn);

    public NamedPolicy Read() => read ??= new NamedPolicy(Name, PolicyParser.Parse(Text, PolicyKind.Identity));

    private static ManagedPolicy Of(string path, string name, string version, string description, string created, string updated) =>
        new(path, name, version, description, DateTimeOffset.Parse(created, CultureInfo.InvariantCulture), DateTimeOffset.Parse(updated, CultureInfo.InvariantCulture));
}
