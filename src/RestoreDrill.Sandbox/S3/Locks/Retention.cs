namespace RestoreDrill.Sandbox.S3.Locks;

/// <summary>Until when an object version cannot be deleted, and by whom.</summary>
/// <param name="Mode"><see cref="Governance"/> or <see cref="Compliance"/>.</param>
/// <param name="Until">It ends with this moment.</param>
internal sealed record Retention(string Mode, DateTimeOffset Until)
{
    /// <summary>Who has s3:BypassGovernanceRetention, and says so, gets by it.</summary>
    public const string Governance = "GOVERNANCE";

    /// <summary>Nobody gets by it.</summary>
    public const string Compliance = "COMPLIANCE";

    public static bool IsMode(string? text) => text is Governance or Compliance;

    public bool Holds(DateTimeOffset now) => Until > now;
}
