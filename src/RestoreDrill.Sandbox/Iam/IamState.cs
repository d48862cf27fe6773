using RestoreDrill.Sandbox.Iam.Mfa;
using RestoreDrill.Sandbox.Iam.Roles;

namespace RestoreDrill.Sandbox.Iam;

/// <summary>What one account has in IAM, as it is written to disk.</summary>
internal sealed class IamState
{
    /// <summary>Whether the account has been given what it has at its first start; what a call removed since does not come back.</summary>
    public bool IsFurnished { get; set; }

    /// <summary>The installations that the pre-made roles have been given policies for.</summary>
    public List<string> Installations { get; init; } = [];

    public List<IamRole> Roles { get; init; } = [];

    public List<MfaDevice> MfaDevices { get; init; } = [];
}
