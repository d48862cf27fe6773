namespace RestoreDrill.Core.Protection;

/// <summary>What an emergency restore makes of a copy: an instance to work with, not one to be removed. Region and endpoint are the vault's, and so is the account unless another one is named.</summary>
public sealed record RestoreOptions
{
    /// <summary>The account it restores into; null: the vault account.</summary>
    public RestoreAccountOptions? Account { get; init; }

    public required string InstanceClass { get; init; }

    /// <summary>The DB subnet group that the applications reach; not that of scratch instances.</summary>
    public required string SubnetGroup { get; init; }

    public required IReadOnlyList<string> SecurityGroups { get; init; }

    /// <summary>
    /// The DB parameter group given at the hand-over, <c>{family}</c> standing for the engine family. Until then the instance has that of
    /// <see cref="ScratchOptions.ParameterGroup"/>, with which it cannot act on the world.
    /// </summary>
    public required string ParameterGroup { get; init; }

    public bool MultiAz { get; init; } = true;

    /// <summary>Days that RDS keeps automated backups of the restored instance, 1 to 35 (CreateDBInstance, BackupRetentionPeriod; 0 would switch them off).</summary>
    public int BackupRetentionDays { get; init; } = 7;

    /// <summary>Whether IAM database authentication is enabled.</summary>
    public bool IamAuthentication { get; init; }

    /// <summary>How long after it was made a plan may be begun; one that was begun may be resumed at any time.</summary>
    public TimeSpan PlanExpires { get; init; } = TimeSpan.FromHours(4);

    /// <summary>Full path of the file that the new master password is put into, for its owner alone; null: it is shown once on the terminal.</summary>
    public string? PasswordFile { get; init; }

    /// <summary>How long an emergency restore may take, from its beginning until all of it has been read; null: no target is set.</summary>
    public TimeSpan? RtoTarget { get; init; }
}
