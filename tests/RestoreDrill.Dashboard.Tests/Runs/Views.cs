using RestoreDrill.Core.Chain;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;
using RestoreDrill.Dashboard.Runs;

namespace RestoreDrill.Dashboard.Tests.Runs;

/// <summary>Runs as the store would give them, with times that can be foretold.</summary>
internal static class Views
{
    public static DateTimeOffset Begin { get; } = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);

    public static RunId Drill { get; } = RunId.Parse("d0twzdv73ern");

    public static RunId Copy { get; } = RunId.Parse("c0twzdv73ern");

    public static Revocation Revocation { get; } = new()
    {
        Database = "courses",
        CopyName = "rd-copy-acme-b",
        CopyArn = "arn:b",
        Drill = Drill,
        FoundBy = RunId.Parse("d0twzdv73erz"),
        LaterCopy = "rd-copy-acme-c",
        EarlierCopy = "rd-copy-acme-a",
        Places = ["courses.public.students, block 17: 61 rows are in the copies before and after it, only 60 in it"],
        RecordedAt = Begin.AddDays(1),
    };

    /// <summary>A run and its history; its phase and note are those of the last event.</summary>
    /// <param name="id">The run.</param>
    /// <param name="now">Seconds since <see cref="Begin"/>.</param>
    /// <param name="events">Seconds since <see cref="Begin"/>, phase and message of each.</param>
    public static RunView Of(RunId id, int now, params (int At, string Phase, string Message)[] events)
    {
        var history = events.Select((entry, index) => Event(index + 1, entry.At, entry.Phase, entry.Message, index == 0 ? "waiting-for-turn" : events[index - 1].Phase)).ToList();
        return new RunView(
            new Run
            {
                Id = id,
                Kind = id.Kind,
                Database = "courses",
                Trigger = $"schedule:{(id.Kind == RunKind.Drill ? "drill" : "copy")}:courses",
                Asked = false,
                Occurrence = Begin,
                Job = "7",
                Phase = events is [.., var last] ? last.Phase : "waiting-for-turn",
                PhaseSince = Moment(now),
                Troubles = 0,
                State = "{}",
                CreatedAt = Begin,
                SavedAt = Moment(now),
                Note = events is [.., var latest] ? latest.Message : null,
            },
            history,
            Moment(now));
    }

    public static RunView With(this RunView view, Func<Run, Run> change) => view with { Run = change(view.Run) };

    public static DateTimeOffset Moment(int seconds) => Begin.AddSeconds(seconds);

    /// <summary>The state of a drill that has read some of its relations.</summary>
    public static string Reading(int done, int all) => CanonicalJson.Write(new DrillState
    {
        RelationsDone = done,
        Inventory = new InstanceInventory(
            [],
            [.. Enumerable.Range(1, all).Select(static number => new ListedRelation(new RelationName("lms", "public", $"t{number}"), RelationKind.Table, 10, 8192))],
            [],
            []),
    });

    private static RunEvent Event(int sequence, int at, string phase, string message, string before) => new()
    {
        Sequence = sequence,
        At = Moment(at),
        Phase = phase,
        Kind = phase == before ? RunEventKind.Observed : RunEventKind.Phase,
        Message = message,
        Operation = phase is "restoring" or "copying" ? "Describe" : null,
        RequestId = phase is "restoring" or "copying" ? $"request-{sequence}" : null,
    };
}
