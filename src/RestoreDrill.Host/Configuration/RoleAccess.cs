namespace RestoreDrill.Host.Configuration;

/// <summary>How one of RestoreDrill's roles is taken on. Holds no secret: keys stay in the credentials file or the environment.</summary>
internal sealed record RoleAccess
{
    public required string AccountId { get; init; }

    public required string Region { get; init; }

    public required string RoleArn { get; init; }

    /// <summary>The profile whose credentials assume the role; null: the AWS SDK's default chain.</summary>
    public string? Profile { get; init; }

    /// <summary>Full path; null: AWS's default place.</summary>
    public string? CredentialsFile { get; init; }

    public string? ExternalId { get; init; }

    /// <summary>Whether the role is taken on with a code of a person's device.</summary>
    public bool NeedsSecondFactor { get; init; }

    /// <summary>The device's ARN or serial number; null: that of the user whose credentials assume the role.</summary>
    public string? MfaDevice { get; init; }

    /// <summary>Where AWS is, when it is not AWS; null: the region's own endpoints.</summary>
    public Uri? Endpoint { get; init; }
}
