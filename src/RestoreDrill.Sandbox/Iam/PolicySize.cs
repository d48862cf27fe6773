namespace RestoreDrill.Sandbox.Iam;

/// <summary>"IAM doesn't count white space when calculating the size of a policy" (IAM user guide, "IAM and AWS STS quotas").</summary>
internal static class PolicySize
{
    /// <summary>Of the trust policy of a role.</summary>
    public const int MostOfTrust = 2048;

    /// <summary>Of all inline policies of a role together.</summary>
    public const int MostInline = 10_240;

    public static int Of(string text) => text.Count(static character => !char.IsWhiteSpace(character));
}
