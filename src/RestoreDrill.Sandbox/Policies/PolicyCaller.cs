namespace RestoreDrill.Sandbox.Policies;

/// <summary>Who asks.</summary>
/// <param name="AccountId">The caller's account.</param>
/// <param name="Arn">A user's ARN, a session's ARN, or the name of an AWS service.</param>
/// <param name="RoleArn">Of a session: its role.</param>
internal sealed record PolicyCaller(string AccountId, string Arn, string? RoleArn)
{
    /// <summary>Everything that the caller is: its account, its user or role, its session.</summary>
    public IReadOnlyList<string> Names { get; } = RoleArn is null ? [RootOf(AccountId), Arn] : [RootOf(AccountId), RoleArn, Arn];

    /// <summary>What aws:PrincipalArn says: of a session, its role.</summary>
    public string PrincipalArn => RoleArn ?? Arn;

    /// <summary>Service control policies do not bind the roles that AWS services make for themselves.</summary>
    public bool IsServiceLinkedRole => RoleArn?.Contains(":role/aws-service-role/", StringComparison.Ordinal) == true;

    public static string RootOf(string accountId) => $"arn:aws:iam::{accountId}:root";
}
