using RestoreDrill.Core.Protection;

namespace RestoreDrill.Host.Configuration;

/// <summary><c>Restore</c>: who does an emergency restore, and what it makes. Without it there is none.</summary>
internal sealed record RestoreSection(RoleAccess? Access, RoleAccess? TargetAccess, RestoreOptions? Options)
{
    /// <summary>The longest that RDS keeps automated backups (CreateDBInstance, BackupRetentionPeriod).</summary>
    private const int MostBackupDays = 35;

    private static readonly TimeSpan LeastExpiry = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan MostExpiry = TimeSpan.FromDays(7);

    /// <param name="section">The section.</param>
    /// <param name="isWritten">Whether the configuration has it.</param>
    /// <param name="vault">The account that is restored in, unless another one is named.</param>
    /// <param name="route">The way of copy runs.</param>
    /// <param name="scratchParameters"><c>Scratch:ParameterGroup</c>, which no restored instance may keep; null: not known.</param>
    public static RestoreSection Read(Section section, bool isWritten, VaultSection vault, CopyRoute route, string? scratchParameters)
    {
        if (!isWritten)
        {
            return new RestoreSection(null, null, null);
        }

        var access = Role(section, vault);
        var account = RestoreAccountSection.Read(section.Child("Account"), section.Has("Account"), vault, route);
        var instanceClass = section.RequiredText("InstanceClass", Forms.InstanceClass(), "an instance class such as db.r6g.large, large enough for production");
        var subnetGroup = section.RequiredText("SubnetGroup", Forms.SubnetGroup(), "the name of the DB subnet group that the applications reach");
        var parameterGroup = section.RequiredText(
            "ParameterGroup", Forms.ParameterGroup(), "the name of production's DB parameter group in the account that is restored in, {family} standing for the engine family: courses-{family}");
        if (parameterGroup is not null && parameterGroup == scratchParameters)
        {
            section.Findings.Add(
                section.KeyPath("ParameterGroup"), "is Scratch:ParameterGroup, with which an instance cannot do production's work; write the group that production has");
        }

        var unset = new RestoreOptions { InstanceClass = "", SubnetGroup = "", SecurityGroups = [], ParameterGroup = "" };
        var options = unset with
        {
            Account = account.Options,
            SecurityGroups = SecurityGroupsKey.Read(section),
            MultiAz = section.Text("MultiAz") is null ? unset.MultiAz : section.Flag("MultiAz"),
            BackupRetentionDays = section.Whole("BackupRetentionDays", 1, MostBackupDays) ?? unset.BackupRetentionDays,
            IamAuthentication = section.Flag("IamAuthentication"),
            PlanExpires = Expiry(section) ?? unset.PlanExpires,
            PasswordFile = section.Text("PasswordFile") is { } file ? section.Files.Resolve(file) : null,
            RtoTarget = section.Duration("RtoTarget"),
        };
        section.RejectUnknown();
        return new RestoreSection(
            access,
            account.Access,
            instanceClass is null || subnetGroup is null || parameterGroup is null
                ? null
                : options with { InstanceClass = instanceClass, SubnetGroup = subnetGroup, ParameterGroup = parameterGroup });
    }

    /// <summary>The role as a person with a second factor takes it on. Their credentials need not lie on the service's machine.</summary>
    private static RoleAccess? Role(Section section, VaultSection vault)
    {
        var role = vault.Keys.Role(section, "RoleArn", "restoredrill-restore");
        var profile = section.Text("Profile") ?? vault.Keys.Profile;
        var credentials = section.Text("CredentialsFile") is { } file ? section.Files.Resolve(file) : vault.Keys.CredentialsFile;
        var device = section.Text("MfaDevice");
        if (credentials is not null && profile is null)
        {
            section.Findings.Add(section.KeyPath("Profile"), "is missing; write the profile of CredentialsFile to use");
        }

        if (device is not null && !Forms.MfaDevice().IsMatch(device))
        {
            section.Findings.Add(section.KeyPath("MfaDevice"), $"'{device}' is not a device; write its ARN, arn:aws:iam::123456789012:mfa/name, or the serial number of a hardware device");
        }

        if (role is null)
        {
            return null;
        }

        foreach (var (key, other) in new[] { ("CopyRoleArn", vault.Access), ("DrillRoleArn", vault.DrillAccess) })
        {
            if (role.RoleArn == other?.RoleArn)
            {
                section.Findings.Refuse(
                    section.KeyPath("RoleArn"), $"is the same role as Vault:{key}; write a role of its own: what the service may take on must not be what a person takes on with a second factor");
            }
        }

        // The external id is for roles that a stranger's service assumes; this one is assumed by a person of the vault account.
        return role with { Profile = profile, CredentialsFile = credentials, ExternalId = null, NeedsSecondFactor = true, MfaDevice = device };
    }

    private static TimeSpan? Expiry(Section section)
    {
        var expiry = section.Duration("PlanExpires", MostExpiry);
        if (expiry is null || expiry >= LeastExpiry)
        {
            return expiry;
        }

        section.Findings.Add(section.KeyPath("PlanExpires"), $"'{expiry:c}' is too short to read a plan and begin it; write {LeastExpiry:c} or more");
        return null;
    }
}
