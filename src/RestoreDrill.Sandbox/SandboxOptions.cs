using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Clusters;
using RestoreDrill.Sandbox.Rds;

namespace RestoreDrill.Sandbox;

/// <summary>How a sandbox is run.</summary>
public sealed record SandboxOptions
{
    public const int DefaultPort = 4599;

    /// <summary>Where everything is kept; null for a new directory that goes with the sandbox.</summary>
    public string? StateDirectory { get; init; }

    /// <summary>The port on 127.0.0.1; 0 for any free one.</summary>
    public int Port { get; init; }

    /// <summary>How long AWS takes over things.</summary>
    public Pace Pace { get; init; } = Pace.Fast;

    /// <summary>The external id that the role in the source account asks for.</summary>
    public string ExternalId { get; init; } = "restoredrill-sandbox";

    /// <summary>The installations that the roles have the shipped policies for, each its own; <see cref="Control.SandboxControl.Install"/> adds others.</summary>
    public IReadOnlyList<string> Installations { get; init; } = ["demo"];

    /// <summary>The one region that the roles' policies name. The accounts' own keys may work in any.</summary>
    public string Region { get; init; } = CredentialsFile.Region;

    /// <summary>The one subnet group that the drill role may restore into.</summary>
    public string SubnetGroup { get; init; } = "restoredrill-scratch";

    /// <summary>The one subnet group that the role of emergency restores may restore into.</summary>
    public string RestoreSubnetGroup { get; init; } = "restoredrill-restored";

    /// <summary>The parameter groups that this role may give an instance at the hand-over; <c>*</c> stands for any characters.</summary>
    public string RestoreParameterGroup { get; init; } = "courses-*";

    /// <summary>
    /// The account that emergency restores restore into in place of the vault account: the source account. It then begins with a role and a backup vault for them, and the vault account's key
    /// and role of emergency restores with what copying back takes (docs/iam). Null: none. Of keys, vaults and roles it counts for a new state directory only, and not for a <see cref="Bare"/> one.
    /// </summary>
    /// <exception cref="ArgumentException">It is another account than the source account.</exception>
    public Account? RestoreInto
    {
        get;
        init => field = value is null || value == Account.Source ? value : throw new ArgumentException($"Emergency restores are into the vault account or the source account, not into {value.Name}.");
    }

    /// <summary>
    /// Whether the accounts begin without the roles, keys, vaults and bucket that RestoreDrill and AWS Backup work with, as new accounts do: a set-up makes its own. Counts for a
    /// new state directory only.
    /// </summary>
    public bool Bare { get; init; }

    /// <summary>Whether the pages of new instances have checksums, as those of RDS have.</summary>
    public bool DataChecksums { get; init; } = true;

    /// <summary>The extensions that master users may create.</summary>
    public ExtensionList Extensions { get; init; } = ExtensionList.LikeRds;

    /// <summary>Which calls a share of throttling strikes is drawn from this seed.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The clock below the sandbox's own.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
