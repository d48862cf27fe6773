using RestoreDrill.Core.Installation;

namespace RestoreDrill.Records.Journal;

/// <summary>What one line of a journal records; exactly one of the members beside <see cref="At"/> is set.</summary>
internal sealed record JournalEntry
{
    /// <summary>The form of the file; a program that does not know it must refuse it.</summary>
    public const string Form = "restoredrill/journal/1";

    /// <summary>By the clock of the process that wrote it, to the microsecond: PostgreSQL keeps no more.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The run, as it was opened: the first line.</summary>
    public JournalOpening? Opened { get; init; }

    /// <summary>The installation that the run belongs to.</summary>
    public InstallationId? Claimed { get; init; }

    /// <summary>Another owner has taken the run over.</summary>
    public JournalLease? Leased { get; init; }

    /// <summary>A step that was saved.</summary>
    public JournalStep? Saved { get; init; }
}
