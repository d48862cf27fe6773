namespace RestoreDrill.Host.Configuration;

/// <summary><c>Isolation</c>: how a person with the management account's credentials makes the isolation of the vault account. Only the verbs <c>isolation ...</c> need it.</summary>
internal sealed record IsolationSection
{
    private const string DefaultMemberRole = "OrganizationAccountAccessRole";
    private const string DefaultUnit = "restoredrill-vault";
    private const int DefaultLeastDays = 7;
    private const int DefaultMostDays = 365;

    /// <summary>The longest retention (API reference, PutBackupVaultLockConfiguration: 36500 days, "about 100 years").</summary>
    private const int MostDays = 36500;

    public string? Profile { get; private init; }

    public string? CredentialsFile { get; private init; }

    public required string MemberRole { get; init; }

    /// <summary>Null: not written.</summary>
    public string? ServiceRoleArn { get; private init; }

    public required string Unit { get; init; }

    public required int LockLeastDays { get; init; }

    public required int LockMostDays { get; init; }

    /// <param name="section">The section.</param>
    /// <param name="sourceAccount">The source account, of which the service's role must not be.</param>
    /// <param name="retentionDays">How long copies are kept.</param>
    /// <param name="isUsed">Whether a lock is to be made of it. Otherwise a range that is not written says nothing: the vault may have been locked with another one.</param>
    public static IsolationSection Read(Section section, string? sourceAccount, int? retentionDays, bool isUsed)
    {
        var read = new IsolationSection
        {
            Profile = section.Text("Profile"),
            CredentialsFile = section.Text("CredentialsFile") is { } file ? section.Files.Resolve(file) : null,
            MemberRole = section.Text("MemberRole") ?? DefaultMemberRole,
            ServiceRoleArn = Service(section, sourceAccount),
            Unit = section.Text("Unit") ?? DefaultUnit,
            LockLeastDays = section.Whole("LockLeastDays", 1, MostDays) ?? DefaultLeastDays,
            LockMostDays = section.Whole("LockMostDays", 1, MostDays) ?? DefaultMostDays,
        };
        section.RejectUnknown();
        if (read.CredentialsFile is not null && read.Profile is null)
        {
            section.Findings.Add(section.KeyPath("Profile"), "is missing; write the profile of CredentialsFile to use");
        }

        var isSaid = isUsed || section.Has("LockLeastDays") || section.Has("LockMostDays");
        if (isSaid && retentionDays is { } days && (days < read.LockLeastDays || days > read.LockMostDays))
        {
            section.Findings.Add(
                section.KeyPath(days < read.LockLeastDays ? "LockLeastDays" : "LockMostDays"),
                $"leaves out Backup:RetentionDays, {days}: the lock would refuse every copy; write a range that holds it (it is {read.LockLeastDays} to {read.LockMostDays})");
        }

        return read;
    }

    private static string? Service(Section section, string? sourceAccount)
    {
        if (section.Text("ServiceRoleArn") is not { } arn)
        {
            return null;
        }

        var match = Forms.PrincipalArn().Match(arn);
        if (!match.Success)
        {
            section.Findings.Add(section.KeyPath("ServiceRoleArn"), $"'{arn}' is not a role or user; write the one that the service runs in, for example arn:aws:iam::222222222222:role/restoredrill-service");
            return null;
        }

        if (match.Groups[1].Value == sourceAccount)
        {
            section.Findings.Refuse(section.KeyPath("ServiceRoleArn"), $"is of the source account {sourceAccount}: whoever owns production would own the door to the copies; run the service in the vault account or in a third one");
            return null;
        }

        return arn;
    }
}
