namespace RestoreDrill.Core.Drilling;

/// <summary>When what happened, by this machine's clock. RTO is counted from <see cref="AskedAt"/>.</summary>
public sealed record DrillTimes
{
    /// <summary>Just before the restore was asked for.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>AWS accepted the restore.</summary>
    public DateTimeOffset? AcceptedAt { get; init; }

    /// <summary>The instance was first seen available. Its volume may still be loading.</summary>
    public DateTimeOffset? AvailableAt { get; init; }

    /// <summary>A query was first answered correctly.</summary>
    public DateTimeOffset? FirstAnswerAt { get; init; }

    /// <summary>Every row that can be read had been read.</summary>
    public DateTimeOffset? FullyReadAt { get; init; }

    /// <summary>It was seen under the parameter group that it is to work under; only in emergencies and their drills.</summary>
    public DateTimeOffset? HandedOverAt { get; init; }

    public DateTimeOffset? RemovedAt { get; init; }

    /// <summary>The moment of the restored data.</summary>
    public DateTimeOffset? DataTime { get; init; }

    /// <summary>RPO: how old the data was when the restore was asked for.</summary>
    public TimeSpan? RecoveryPointAge => AskedAt - DataTime;

    public TimeSpan? ToAccepted => AcceptedAt - AskedAt;

    public TimeSpan? ToAvailable => AvailableAt - AskedAt;

    public TimeSpan? ToFirstAnswer => FirstAnswerAt - AskedAt;

    public TimeSpan? ToFullyRead => FullyReadAt - AskedAt;

    public TimeSpan? ToHandedOver => HandedOverAt - AskedAt;
}
