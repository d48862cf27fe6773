using System.Text;
using RestoreDrill.Core.Facts;
using RestoreDrill.Core.Runs;
using RestoreDrill.Records.Journal;

namespace RestoreDrill.Records.Tests.Journal;

/// <summary>A test with a place for a journal of its own.</summary>
public abstract class JournalTest : IDisposable
{
    private readonly JournalPlace _place = new();

    protected static RunId Id { get; } = RunId.Parse("r00000000001");

    protected static CopyRecord Nothing { get; } = new([], []);

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected string Path => _place.File;

    public void Dispose()
    {
        _place.Dispose();
        GC.SuppressFinalize(this);
    }

    protected static NewRun NewRun() => new(Id, RunKind.Restore, "courses", RunRequest.ByPerson("test"), "first", "{}");

    protected static RunChange Step(string phase, RunConclusion? conclusion = null) => new()
    {
        Phase = phase,
        State = "{}",
        Note = $"in {phase}",
        Conclusion = conclusion,
        Events = [new RunEvent { Phase = phase, Kind = RunEventKind.Observed, Message = $"{phase} ж" }],
    };

    protected RestoreJournal Create(CopyRecord? known = null) => RestoreJournal.Create(Path, NewRun(), known ?? Nothing, TimeProvider.System);

    protected RestoreJournal Open() => RestoreJournal.Open(Path, Nothing, TimeProvider.System);

    /// <summary>A journal with steps in the phases <c>p0</c> and on, closed.</summary>
    protected async Task WrittenAsync(int steps)
    {
        using var journal = Create();
        for (var i = 0; i < steps; i++)
        {
            await SaveAsync(journal, Step($"p{i}"));
        }
    }

    protected static async Task<RunLease> LeaseAsync(RestoreJournal journal, string owner = "host-1") =>
        Assert.IsType<RunLease>(await journal.TryAcquireAsync(Id, owner, TimeSpan.FromMinutes(1), Ct));

    protected static async Task<Run> SaveAsync(RestoreJournal journal, RunChange change) => await journal.SaveAsync(await LeaseAsync(journal), change, Ct);

    protected List<string> Lines() => [.. Encoding.UTF8.GetString(File.ReadAllBytes(Path)).Split('\n').SkipLast(1)];

    protected void WriteLines(IEnumerable<string> lines) => File.WriteAllText(Path, string.Concat(lines.Select(static line => line + "\n")));
}
