using RestoreDrill.Core.Facts;
using RestoreDrill.Core.Runs;
using RestoreDrill.Records.Journal;
using RestoreDrill.Records.Tests.Journal;

namespace RestoreDrill.Records.Tests.Contract;

public sealed class JournalRunTests : RunContract, IDisposable
{
    private readonly JournalPlace _place = new();
    private RestoreJournal? _journal;

    public void Dispose()
    {
        _journal?.Dispose();
        _place.Dispose();
    }

    internal override Task<IRunStore> OpenedAsync(NewRun run) =>
        Task.FromResult<IRunStore>(_journal = RestoreJournal.Create(_place.File, run, new CopyRecord([], []), TimeProvider.System));
}
