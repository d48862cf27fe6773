namespace RestoreDrill.Sandbox.Iam.Mfa;

/// <summary>A virtual device for one-time codes, as kept on disk.</summary>
internal sealed class MfaDevice
{
    public required string AccountId { get; init; }

    /// <summary>The user that it belongs to.</summary>
    public required string UserArn { get; init; }

    /// <summary>What its codes are made from.</summary>
    public required byte[] Secret { get; init; }

    /// <summary>The step of time whose code was last taken: neither that nor an earlier one is taken again.</summary>
    public long LastStep { get; set; }

    /// <summary>The ARN that AssumeRole wants to hear as SerialNumber.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string SerialNumber => $"arn:aws:iam::{AccountId}:mfa/{UserArn[(UserArn.LastIndexOf('/') + 1)..]}";
}
