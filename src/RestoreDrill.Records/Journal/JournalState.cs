using RestoreDrill.Core.Chain;
using RestoreDrill.Core.Evidence;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Manifests;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Sandwich;
using RestoreDrill.Core.Verdicts;

namespace RestoreDrill.Records.Journal;

/// <summary>What the lines of a journal come to, applied one after the other. The first reading of anything stands, as in the store.</summary>
internal sealed class JournalState
{
    private readonly List<RunEvent> _events = [];
    private readonly Dictionary<RelationName, RelationReading> _readings = [];
    private readonly Dictionary<(RelationName, long), RangeReading> _ranges = [];
    private readonly Dictionary<(ManifestSubject, ReadingMoment, string), ManifestPart> _parts = [];
    private readonly Dictionary<(ReadingMoment, RelationName, long), ComparedRange> _comparisons = [];
    private readonly Dictionary<(RelationName, long), ChainRange> _chain = [];
    private readonly Dictionary<string, Revocation> _revocations = [];

    private JournalState(NewRun opened, DateTimeOffset at) => Run = new Run
    {
        Id = opened.Id,
        Kind = opened.Kind,
        Database = opened.Database,
        Trigger = opened.Request.Trigger,
        Asked = opened.Request.Asked,
        Phase = opened.Phase,
        PhaseSince = at,
        Troubles = 0,
        State = opened.State,
        CreatedAt = at,
        SavedAt = at,
    };

    public Run Run { get; private set; }

    public InstallationId? Installation { get; private set; }

    /// <summary>Who took the run over last; null: nobody has yet.</summary>
    public string? Owner { get; private set; }

    public long Fence { get; private set; }

    public BirthCertificate? Pin { get; private set; }

    public EvidenceRecord? Evidence { get; private set; }

    public IReadOnlyList<RunEvent> Events => _events;

    /// <summary>In order of name.</summary>
    public IReadOnlyList<RelationReading> Readings => [.. _readings.Values.OrderBy(static reading => reading.Name, RelationName.Order)];

    public IReadOnlyList<RangeReading> Ranges => [.. _ranges.Values];

    /// <summary>In order of moment and database.</summary>
    public IReadOnlyList<ManifestPart> Parts => [.. _parts.Values.OrderBy(static part => part.Moment).ThenBy(static part => part.Database, StringComparer.Ordinal)];

    /// <summary>In order of moment, relation and block.</summary>
    public IReadOnlyList<ComparedRange> Comparisons =>
        [.. _comparisons.Values.OrderBy(static one => one.Moment).ThenBy(static one => one.Comparison.Name, RelationName.Order).ThenBy(static one => one.Range.First)];

    /// <summary>In order of relation and block.</summary>
    public IReadOnlyList<ChainRange> Chain => [.. _chain.Values.OrderBy(static range => range.Relation, RelationName.Order).ThenBy(static range => range.Range.First)];

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<Revocation> Revocations => [.. _revocations.Values.OrderBy(static one => one.RecordedAt)];

    /// <summary>Replays the entries of a journal.</summary>
    /// <exception cref="BrokenJournalException">They are not those of a journal.</exception>
    public static JournalState Of(string path, IReadOnlyList<JournalEntry> entries)
    {
        if (entries is not [{ Opened: { } opening } first, ..])
        {
            throw new BrokenJournalException(path, 1, entries.Count == 0 ? "there is no whole line in it: nothing was begun" : "it does not open a run");
        }

        if (opening.Form != JournalEntry.Form)
        {
            throw new BrokenJournalException(path, 1, $"its form is '{opening.Form}', and this program knows {JournalEntry.Form} alone; another version of RestoreDrill wrote it");
        }

        var state = new JournalState(opening.Run, first.At);
        for (var i = 1; i < entries.Count; i++)
        {
            if (state.Contradiction(entries[i]) is { } problem)
            {
                throw new BrokenJournalException(path, i + 1, problem);
            }

            state.Apply(entries[i]);
        }

        return state;
    }

    /// <summary>Applies a line that follows on what is here.</summary>
    public void Apply(JournalEntry entry)
    {
        Installation ??= entry.Claimed;
        if (entry.Leased is { } lease)
        {
            (Owner, Fence) = (lease.Owner, lease.Fence);
        }

        if (entry.Saved is { } step)
        {
            Apply(entry.At, step.ChangeAfter(Run.State));
        }
    }

    public RunHistory ToHistory() => new()
    {
        Installation = Installation,
        Run = Run,
        Events = Events,
        Readings = Readings,
        Ranges = Ranges,
        Parts = Parts,
        Comparisons = Comparisons,
        Chain = Chain,
        Revocations = Revocations,
        Pin = Pin,
        Evidence = Evidence,
    };

    private string? Contradiction(JournalEntry entry) => entry switch
    {
        { Opened: not null } => "it opens a run, and only the first line does",
        { Leased: { } lease } when lease.Fence <= Fence => $"its fence {lease.Fence} is not above {Fence}, that of the line before",
        { Saved: { } step } when step.Fence != Fence => $"its step is saved under fence {step.Fence}, and {Fence} was in force",
        { Saved: { } step } when step.Kept < 0 || step.Kept > Run.State.Length => $"it keeps {step.Kept} characters of a state that has {Run.State.Length}",
        { Saved: not null } when Run.FinishedAt is not null => "it saves a step of a run that had finished",
        { Leased: null, Saved: null, Claimed: null } => "it records nothing that this program knows",
        _ => null,
    };

    private void Apply(DateTimeOffset at, RunChange change)
    {
        var end = change.Conclusion;
        var stays = change.Phase == Run.Phase;
        Run = Run with
        {
            Phase = change.Phase,
            PhaseSince = stays ? Run.PhaseSince : at,
            Unattended = stays ? change.Unattended : TimeSpan.Zero,
            State = change.State,
            Troubles = change.Troubles,
            Note = change.Note,
            NextStepAt = end is null ? at + change.Wait : null,
            FinishedAt = end is null ? null : at,
            Outcome = end?.Outcome,
            Summary = end?.Summary,
            Level = end?.Level,
            Defect = end?.Defect,
            SavedAt = at,
        };
        _events.AddRange(change.Events.Select((line, i) => line with { Sequence = _events.Count + i + 1, At = at }).ToList());
        Add(_readings, change.Readings, static reading => reading.Name);
        Add(_ranges, change.Ranges, static range => (range.Relation, range.Range.First));
        Add(_parts, change.Parts, static part => (part.Subject, part.Moment, part.Database));
        Add(_comparisons, change.Comparisons, static one => (one.Moment, one.Comparison.Name, one.Range.First));
        Add(_chain, change.Chain, static range => (range.Relation, range.Range.First));
        if (change.Revocation is { } revocation)
        {
            _revocations.TryAdd(revocation.CopyArn, revocation with { RecordedAt = at });
        }

        Pin ??= change.Pin;
        Evidence ??= change.Evidence;
    }

    private static void Add<TKey, TValue>(Dictionary<TKey, TValue> known, IEnumerable<TValue> found, Func<TValue, TKey> keyOf)
        where TKey : notnull
    {
        foreach (var one in found)
        {
            known.TryAdd(keyOf(one), one);
        }
    }
}
