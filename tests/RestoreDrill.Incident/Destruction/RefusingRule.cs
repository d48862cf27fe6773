using Amazon.Runtime;

namespace RestoreDrill.Incident.Destruction;

/// <summary>Which rule stands behind a refusal, read from AWS's own words (IAM user guide, "Troubleshoot access denied error messages").</summary>
internal static class RefusingRule
{
    public const string ServiceControlPolicy = "service control policy";
    public const string ResourcePolicy = "resource's policy";
    public const string RolePolicy = "role's policy";
    public const string TrustPolicy = "trust policy";
    public const string Lock = "lock";
    public const string LegalHold = "legal hold";
    public const string Account = "other account";
    public const string Organisation = "organisation";
    public const string Unknown = "unknown";

    private static readonly (string Words, string Rule)[] ByWords =
    [
        ("explicit deny in a service control policy", ServiceControlPolicy),
        ("no service control policy allows", ServiceControlPolicy),
        ("no identity-based policy allows", RolePolicy),
        ("sts:AssumeRole", TrustPolicy),
        ("resource-based policy", ResourcePolicy),
        ("identity-based policy", RolePolicy),
        (" is locked", Lock),
        ("has been immutable since", Lock),
        ("active legal hold", LegalHold),
        ("protected by object lock", Lock),
        ("Object Lock configuration is present", Lock),
        ("management account", Organisation),
        ("You don't have permissions to access this resource", Organisation),
    ];

    /// <summary>Of a name that reaches nothing: the names of other accounts' resources mean nothing in one's own.</summary>
    private static readonly string[] NotThere =
        ["NoSuchEntity", "ResourceNotFoundException", "DBSnapshotNotFound", "NotFoundException", "AccountNotFoundException", "TargetNotFoundException", "PolicyNotFoundException"];

    public static string Of(AmazonServiceException refusal) =>
        ByWords.FirstOrDefault(one => refusal.Message.Contains(one.Words, StringComparison.Ordinal)).Rule
        ?? (NotThere.Contains(refusal.ErrorCode) ? Account : $"{Unknown}: {refusal.ErrorCode}: {refusal.Message}");
}
