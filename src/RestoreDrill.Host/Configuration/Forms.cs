using System.Text.RegularExpressions;

namespace RestoreDrill.Host.Configuration;

/// <summary>The forms of AWS's and RestoreDrill's own names.</summary>
internal static partial class Forms
{
    /// <summary>An AWS account id.</summary>
    [GeneratedRegex(@"^[0-9]{12}\z")]
    public static partial Regex AccountId();

    [GeneratedRegex(@"^[a-z]{2}(-[a-z]+)+-[0-9]\z")]
    public static partial Regex Region();

    /// <summary>Group 1: the account.</summary>
    [GeneratedRegex(@"^arn:aws[a-z-]*:iam::([0-9]{12}):role/[A-Za-z0-9+=,.@_/-]+\z")]
    public static partial Regex RoleArn();

    /// <summary>A role or a user; group 1: the account.</summary>
    [GeneratedRegex(@"^arn:aws[a-z-]*:iam::([0-9]{12}):(?:role|user)/[A-Za-z0-9+=,.@_/-]+\z")]
    public static partial Regex PrincipalArn();

    /// <summary>An MFA device: the ARN of a virtual one, or the serial number of a hardware one (STS API reference, AssumeRole, SerialNumber: 9 to 256).</summary>
    [GeneratedRegex(@"^(?:arn:aws[a-z-]*:iam::[0-9]{12}:mfa/[A-Za-z0-9+=,.@_/-]{1,200}|[A-Za-z0-9]{9,256})\z")]
    public static partial Regex MfaDevice();

    /// <summary>Groups: 1 region, 2 account, 3 what follows (<c>key/...</c> or <c>alias/...</c>).</summary>
    [GeneratedRegex(@"^arn:aws[a-z-]*:kms:([a-z0-9-]+):([0-9]{12}):((?:key|alias)/[A-Za-z0-9/_-]+)\z")]
    public static partial Regex KmsKeyArn();

    [GeneratedRegex(@"^db\.[a-z0-9-]+\.[a-z0-9-]+\z")]
    public static partial Regex InstanceClass();

    /// <summary>DBInstanceIdentifier: 1 to 63 letters, digits or hyphens; begins with a letter, no two hyphens in a row, none at the end (CreateDBInstance).</summary>
    [GeneratedRegex(@"^(?=.{1,63}\z)[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*\z")]
    public static partial Regex InstanceIdentifier();

    [GeneratedRegex(@"^sg-[0-9a-f]{8,17}\z")]
    public static partial Regex SecurityGroup();

    /// <summary>A DB parameter group's name, with <c>{family}</c> where the engine family goes (CreateDBParameterGroup: as an instance identifier, up to 255).</summary>
    [GeneratedRegex(@"^[a-z](-?([a-z0-9]|\{family\}))*\z")]
    public static partial Regex ParameterGroup();

    /// <summary>A DB subnet group's name (CreateDBSubnetGroup: up to 255 letters, digits, periods, underscores, spaces or hyphens).</summary>
    [GeneratedRegex(@"^[A-Za-z0-9._ -]{1,255}\z")]
    public static partial Regex SubnetGroup();

    /// <summary>A backup vault's name (CreateBackupVault).</summary>
    [GeneratedRegex(@"^[A-Za-z0-9_-]{2,50}\z")]
    public static partial Regex BackupVault();

    /// <summary>A bucket's name, without the periods that a certificate's wildcard does not cover (S3 user guide, "General purpose bucket naming rules").</summary>
    [GeneratedRegex(@"^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]\z")]
    public static partial Regex Bucket();

    /// <summary>Any bucket's name (S3 user guide, "General purpose bucket naming rules").</summary>
    [GeneratedRegex(@"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\z")]
    public static partial Regex AnyBucket();

    /// <summary>The name of a protected database or of a check.</summary>
    [GeneratedRegex(@"^[A-Za-z0-9_-]{1,40}\z")]
    public static partial Regex Name();

    /// <summary>A PostgreSQL schema that may be Hangfire's: not our own, nobody else's, none of PostgreSQL's (names that begin with <c>pg_</c>).</summary>
    [GeneratedRegex(@"^(?!pg_|(?:public|restoredrill|information_schema)\z)[a-z_]{1,63}\z")]
    public static partial Regex Schema();
}
