using RestoreDrill.Core.Json;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Scheduling;

/// <summary>When a protected database is copied and drilled by itself.</summary>
public sealed record DatabaseSchedule
{
    /// <summary>IANA name, for example <c>Europe/Berlin</c>; UTC unless set.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>Null: copies are not scheduled.</summary>
    public RunSchedule? Copy { get; init; }

    /// <summary>Null: drills are not scheduled.</summary>
    public RunSchedule? Drill { get; init; }

    public IReadOnlyList<Blackout> Blackouts { get; init; } = [];

    /// <summary>The schedule of a kind of run; null: it is not scheduled, as emergency restores never are.</summary>
    public RunSchedule? Of(RunKind kind) => kind switch
    {
        RunKind.Copy => Copy,
        RunKind.Drill => Drill,
        _ => null,
    };

    /// <summary>All that decides when runs of a kind are due, as one text: the same schedule gives the same text.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The kind is never scheduled.</exception>
    public string TextOf(RunKind kind) => CanonicalJson.Write(kind switch
    {
        RunKind.Copy => this with { Drill = null },
        RunKind.Drill => this with { Copy = null },
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Only copy runs and drills are scheduled."),
    });
}
