using RestoreDrill.Core.Evidence;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Runs;
using RestoreDrill.Records.Evidence;
using RestoreDrill.Records.Journal;
using RestoreDrill.Records.Tests.Contract;

namespace RestoreDrill.Records.Tests.Journal;

public sealed class RestoreJournalTests : JournalTest
{
    [Fact]
    public async Task Opened_again_it_is_what_it_was_in_everything()
    {
        var acme = InstallationId.Parse("acme");
        const string Document = """{"verdict":"pass"}""";
        Run saved;
        using (var journal = Create())
        {
            Assert.Equal(acme, await journal.ClaimAsync(acme, Ct));
            await SaveAsync(journal, FullSteps.First(Id));
            await SaveAsync(journal, FullSteps.Again(Id) with { Troubles = 2, Wait = TimeSpan.FromMinutes(3), Unattended = TimeSpan.FromDays(2) });
            saved = journal.Run;
        }

        using (var again = Open())
        {
            Assert.Equal(saved, again.Run);
            await FullSteps.AssertFirstAsync(FullSteps.First(Id), again, Id);
            Assert.Equal(acme, await again.ClaimAsync(InstallationId.Parse("other"), Ct));
            saved = await SaveAsync(
                again, Step("done", new RunConclusion(RunOutcome.Pass, "Restores.", "restores", "left")) with { Evidence = new EvidenceRecord(Id, Document, StoredDocument.Digest(Document)) });
        }

        var history = RestoreJournal.Read(Path);
        Assert.Equal((saved, acme, Document), (history.Run, history.Installation, history.Evidence?.Document));
        Assert.Equal(CanonicalJson.Write(FullSteps.First(Id).Chain), CanonicalJson.Write(history.Chain));
        Assert.Equal([1, 2, 3], history.Events.Select(static line => line.Sequence));
    }

    [Fact]
    public async Task Next_process_takes_over_at_once_under_a_higher_fence()
    {
        RunLease stale;
        using (var journal = Create())
        {
            stale = await LeaseAsync(journal);
        }

        using var next = Open();
        await Assert.ThrowsAsync<LeaseLostException>(() => next.SaveAsync(stale, Step("stale"), Ct));
        var current = await LeaseAsync(next, "host-2");

        Assert.Equal(stale.Fence + 1, current.Fence);
        await Assert.ThrowsAsync<LeaseLostException>(() => next.SaveAsync(stale, Step("stale"), Ct));
        Assert.Equal("good", (await next.SaveAsync(current, Step("good"), Ct)).Phase);
        Assert.Equal("good", Assert.Single(await next.EventsAsync(Id, 0, Ct)).Phase);
    }

    [Fact]
    public void Second_opener_is_told_who_waits_and_does_nothing()
    {
        using (Create())
        {
            Assert.Throws<JournalInUseException>(Open);
            Assert.Throws<JournalInUseException>(() => Create());
            Assert.Throws<JournalInUseException>(() => RestoreJournal.Read(Path));
        }

        Open().Dispose();
        Assert.Throws<IOException>(() => Create().Dispose());
    }

    [Fact]
    public async Task Second_opener_is_told_which_process_took_the_run_over_last()
    {
        using var journal = Create();
        Assert.DoesNotContain("process 4711", Assert.Throws<JournalInUseException>(Open).Message, StringComparison.Ordinal);

        await journal.TryAcquireAsync(Id, "laptop:4711:0123456789abcdef", TimeSpan.FromMinutes(1), Ct);

        Assert.Contains("The last to take it over was process 4711 on laptop, at ", Assert.Throws<JournalInUseException>(Open).Message, StringComparison.Ordinal);
        Assert.Contains("process 4711 on laptop", Assert.Throws<JournalInUseException>(() => RestoreJournal.Read(Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Journal_that_is_not_there_is_not_made_by_opening_it()
    {
        Assert.False(RestoreJournal.IsBegun(Path));
        Assert.Throws<FileNotFoundException>(Open);
        Assert.Throws<FileNotFoundException>(() => RestoreJournal.Read(Path));
        Assert.False(File.Exists(Path));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Journal_is_its_owner_s_alone(bool isThereForAll)
    {
        if (isThereForAll)
        {
            File.WriteAllText(Path, string.Empty);
            File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite);
        }

        Create().Dispose();

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path));
    }

    [Fact]
    public async Task Line_that_the_disk_does_not_take_is_taken_back_and_saved_the_next_time()
    {
        var isFull = false;
        using var journal = RestoreJournal.Create(Path, NewRun(), Nothing, TimeProvider.System, file =>
        {
            if (isFull)
            {
                throw new IOException("No space left on device");
            }

            RandomAccess.FlushToDisk(file);
        });
        var lease = await LeaseAsync(journal);
        var (change, before) = (Step("second"), new FileInfo(Path).Length);
        isFull = true;

        var away = await Assert.ThrowsAsync<StoreUnavailableException>(() => journal.SaveAsync(lease, change, Ct));

        Assert.Contains("No space left on device", away.Message, StringComparison.Ordinal);
        Assert.Equal((before, "first"), (new FileInfo(Path).Length, journal.Run.Phase));
        isFull = false;
        Assert.Equal("second", (await journal.SaveAsync(lease, change, Ct)).Phase);
        Assert.Single(await journal.EventsAsync(Id, 0, Ct));
    }

    [Fact]
    public async Task State_comes_back_whole_though_only_what_is_new_of_it_is_written()
    {
        var inventory = new string('x', 100_000);
        string[] states = [$"{{\"a\":\"{inventory}\",\"n\":1}}", $"{{\"a\":\"{inventory}\",\"n\":12}}", $"{{\"a\":\"{inventory}\",\"n\":1}}", "{\"s\":\"🙂\"}", "{\"s\":\"🙃\"}", "", "{}"];
        foreach (var state in states)
        {
            using (var journal = File.Exists(Path) ? Open() : Create())
            {
                Assert.Equal(state, (await SaveAsync(journal, Step("p") with { State = state })).State);
            }

            Assert.Equal(state, RestoreJournal.Read(Path).Run.State);
        }

        Assert.InRange(new FileInfo(Path).Length, 100_000, 110_000);
    }

    [Fact]
    public async Task Journal_keeps_one_run_alone()
    {
        using var journal = Create();

        Assert.Equal((journal.Run, false), await journal.OpenAsync(NewRun(), Ct));
        await Assert.ThrowsAsync<InvalidOperationException>(() => journal.OpenAsync(NewRun() with { Id = RunId.Parse("r00000000002") }, Ct));
        Assert.True((await journal.TakeTurnAsync(Id, 1, TimeSpan.FromMinutes(1), Ct)).Granted);
        Assert.Equal(journal.Run, await journal.FindAnswerAsync(RunKind.Restore, "courses", RunRequest.ByPerson("again"), Ct));
        Assert.Null(await journal.FindAnswerAsync(RunKind.Drill, "courses", RunRequest.ByPerson("again"), Ct));
        var lease = await LeaseAsync(journal);
        await Assert.ThrowsAsync<ArgumentException>(() => journal.SaveAsync(lease, Step("p") with { Manifest = "{}" }, Ct));
    }
}
