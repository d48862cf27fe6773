namespace RestoreDrill.Core.Reading;

/// <summary>Which cluster answered.</summary>
/// <param name="ServerVersionNumber"><c>server_version_num</c>, for example 150018.</param>
/// <param name="SystemIdentifier"><c>pg_control_system().system_identifier</c>; null: not available to this user.</param>
/// <param name="SystemIdentifierReason">Why it is not available.</param>
public sealed record InstanceIdentity(int ServerVersionNumber, string? SystemIdentifier, string? SystemIdentifierReason = null)
{
    /// <summary>The major version, for example 15.</summary>
    public int MajorVersion => ServerVersionNumber / 10000;
}
