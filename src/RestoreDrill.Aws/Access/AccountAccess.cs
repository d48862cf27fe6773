namespace RestoreDrill.Aws.Access;

/// <summary>How one account is reached in one role: where the first credentials come from, and what they become.</summary>
public sealed record AccountAccess
{
    /// <summary>For example <c>eu-west-1</c>.</summary>
    public required string Region { get; init; }

    /// <summary>A profile of the shared credentials file; null: the SDK's default chain (environment, profile, container, instance).</summary>
    public string? Profile { get; init; }

    /// <summary>Where <see cref="Profile"/> is looked up; null: the SDK's usual files.</summary>
    public string? CredentialsFile { get; init; }

    /// <summary>The role to assume with those credentials; null: they are used as they are.</summary>
    public string? RoleArn { get; init; }

    /// <summary>What the role's trust policy asks for besides the caller (<c>sts:ExternalId</c>).</summary>
    public string? ExternalId { get; init; }

    /// <summary>Whether the role is taken on with a code of a person's device: <see cref="SignIn"/>.</summary>
    public bool NeedsSecondFactor { get; init; }

    /// <summary>The device, by ARN or serial number; null: the virtual one that is named like the user whose credentials assume the role.</summary>
    public string? MfaDevice { get; init; }

    /// <summary>The session's name, as CloudTrail shows it: 2 to 64 letters, digits and <c>_+=,.@-</c>; <c>restoredrill</c> unless set.</summary>
    public string SessionName { get; init; } = "restoredrill";

    /// <summary>One address for RDS, AWS Backup, Organizations, IAM, STS, KMS and S3 instead of AWS's own, for the sandbox.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>The longest one attempt of a call may take; 30 s unless set. The SDK makes up to three attempts, the call as a whole may take three times this.</summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Whose account this is, in words.</summary>
    internal string Where => this switch
    {
        { RoleArn: { } role } => role.Split(':') is [_, _, _, _, { Length: > 0 } account, ..] ? $"in account {account} as {role}" : $"as {role}",
        { Profile: { } profile } => $"in the account of profile '{profile}'",
        _ => "in the account of the default credentials",
    };

    /// <exception cref="ArgumentException">A member has not the form it needs.</exception>
    internal void Check()
    {
        if (string.IsNullOrWhiteSpace(Region))
        {
            throw new ArgumentException("The AWS region is not set.");
        }

        if (Endpoint is { IsAbsoluteUri: false } || Endpoint is { Scheme: not ("http" or "https") })
        {
            throw new ArgumentException($"The endpoint '{Endpoint}' is not an http or https address.");
        }

        if (CallTimeout <= TimeSpan.Zero)
        {
            throw new ArgumentException($"The call timeout {CallTimeout} is not positive.");
        }

        if (NeedsSecondFactor && RoleArn is null)
        {
            throw new ArgumentException("A second factor is asked for, and no role is named that is taken on with it.");
        }

        if (CredentialsFile is not null && Profile is null)
        {
            throw new ArgumentException($"A credentials file ({CredentialsFile}) is named, but no profile in it.");
        }
    }
}
