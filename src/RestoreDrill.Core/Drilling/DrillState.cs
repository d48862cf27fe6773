using System.Text.Json.Serialization;
using RestoreDrill.Core.Chain;
using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Facts;
using RestoreDrill.Core.GuardRails;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Restoring;
using RestoreDrill.Core.SelfTests;
using RestoreDrill.Core.Structures;
using RestoreDrill.Core.Verdicts;

namespace RestoreDrill.Core.Drilling;

/// <summary>What a drill, or an emergency restore, knows. Kept in the run's row; part of its evidence. Never holds a password.</summary>
public sealed record DrillState
{
    public CopySelection Selection { get; init; }

    /// <summary>The plan that an emergency restore carries out; null: it is a drill.</summary>
    public RestorePlan? Plan { get; init; }

    /// <summary>What a drill does of an emergency restore; null: it is an ordinary drill, or an emergency restore itself.</summary>
    public EmergencyRehearsal? Rehearsal { get; init; }

    /// <summary>The copy that was named; null unless <see cref="CopySelection.Named"/>.</summary>
    public string? NamedCopy { get; init; }

    /// <summary>The guard rails as they stood when the drill began; null: it has not looked yet, or was begun by a release that did not.</summary>
    public GuardRailFindings? GuardRails { get; init; }

    /// <summary>The copies there were to choose from, newest first.</summary>
    public IReadOnlyList<string> Candidates { get; init; } = [];

    public string? CopyName { get; init; }

    public string? CopyArn { get; init; }

    public string? CopyKeyArn { get; init; }

    public CopyFacts? Facts { get; init; }

    /// <summary>What holds the copy where it is, or fails to, as it was when the drill was about to restore it.</summary>
    public string Lock { get; init; } = LockWords.NotLookedAt;

    /// <summary>When the copy's retention ends and AWS Backup removes it; null: never, or not known.</summary>
    public DateTimeOffset? DeleteAt { get; init; }

    /// <summary>Everything the instance is restored with.</summary>
    public RestoreOrder? Order { get; init; }

    public DrillTimes Times { get; init; } = new();

    public string? ScratchArn { get; init; }

    public string? Host { get; init; }

    public int Port { get; init; }

    public string? MasterUser { get; init; }

    /// <summary>How often a master password was set, over all processes that drove the drill.</summary>
    public int PasswordResets { get; init; }

    public InstanceIdentity? Identity { get; init; }

    public InstanceInventory? Inventory { get; init; }

    /// <summary>How many of the inventory's relations have been read, or were found to be unreadable.</summary>
    public int RelationsDone { get; init; }

    /// <summary>The user's own checks as they were configured when the data was listed: a change of the configuration does not change a drill under way.</summary>
    public IReadOnlyList<UserCheck> AskedChecks { get; init; } = [];

    /// <summary>Answers to <see cref="AskedChecks"/>, in their order.</summary>
    public IReadOnlyList<CheckResult> UserChecks { get; init; } = [];

    /// <summary>Digest of the source's manifest as the copy's tag says; null where the copy carries none.</summary>
    public string? ManifestSha256 { get; init; }

    /// <summary>How a record of the source was found to be changed while the copy was compared with it; null: none was.</summary>
    public string? ChangedRecord { get; init; }

    /// <summary>Answers on structure, in the order in which the questions were put.</summary>
    public IReadOnlyList<StructureAnswer> Structure { get; init; } = [];

    /// <summary>How the drill tests itself, or why it does not; null: that is not decided yet.</summary>
    public SelfTestStand? SelfTest { get; init; }

    /// <summary>How far the drill is with the chain; null: it is not configured.</summary>
    public ChainStand? Chain { get; init; }

    /// <summary>The copy of earlier data that this one was compared with; null: there was none that had passed.</summary>
    public EarlierCopy? Earlier { get; init; }

    /// <summary>The phase in which the drill goes on once it has control again; null: it goes on from the beginning.</summary>
    public string? GoesOnIn { get; init; }

    /// <summary>Set when the drill has its verdict; only cleaning up is left then.</summary>
    public Verdict? Verdict { get; init; }

    /// <summary>How far an emergency restore is with bringing its copy into another account; null: it is not so far, or restores in the vault account.</summary>
    public CopyBackStand? CopyBack { get; init; }

    /// <summary>How far an emergency restore is with handing its instance over; null: it is not so far, or it is a drill.</summary>
    public HandOverStand? HandOver { get; init; }

    /// <summary>How far the drill is with putting what it found into the store of facts; null: it is not so far, or none is configured.</summary>
    public DepositStand? Deposits { get; init; }

    /// <summary>Whether the copy and another one contradict each other. It is never proven then, however often it is drilled.</summary>
    [JsonIgnore]
    public bool IsContradicted => Chain is { Problem: null }
        && Verdict?.Checks.Any(static check => check is { Id: ChainChecks.Id, Outcome: CheckOutcome.NotAvailable, Found: not ChainChecks.Begins }) == true;
}
