using RestoreDrill.Records.Journal;

namespace RestoreDrill.Records.Tests.Journal;

public sealed class TornJournalTests : JournalTest
{
    [Fact]
    public async Task Last_line_torn_at_any_byte_is_cut_off_and_nothing_before_it_is_lost()
    {
        await WrittenAsync(2);
        var whole = await File.ReadAllBytesAsync(Path, Ct);
        var begin = Array.LastIndexOf(whole, (byte)'\n', whole.Length - 2) + 1;
        for (var end = begin; end < whole.Length; end++)
        {
            await File.WriteAllBytesAsync(Path, whole[..end], Ct);
            Assert.Equal("p0", RestoreJournal.Read(Path).Run.Phase);
            Assert.Equal(end, new FileInfo(Path).Length);

            using var journal = Open();

            Assert.Equal("p0", journal.Run.Phase);
            Assert.Equal(begin, new FileInfo(Path).Length);
            if (end % 50 == 0)
            {
                await SaveAsync(journal, Step("p1"));
                Assert.Equal(2, (await journal.EventsAsync(Id, 0, Ct)).Count);
            }
        }
    }

    [Fact]
    public async Task Last_line_of_which_the_disk_kept_only_the_end_is_cut_off()
    {
        await WrittenAsync(2);
        var whole = await File.ReadAllBytesAsync(Path, Ct);
        var begin = Array.LastIndexOf(whole, (byte)'\n', whole.Length - 2) + 1;
        Array.Clear(whole, begin, 20);
        await File.WriteAllBytesAsync(Path, whole, Ct);

        using var journal = Open();

        Assert.Equal("p0", journal.Run.Phase);
        await SaveAsync(journal, Step("again"));
        Assert.Equal("again", journal.Run.Phase);
    }

    [Fact]
    public async Task First_line_torn_at_any_byte_is_a_restore_that_was_not_begun()
    {
        await WrittenAsync(0);
        var whole = await File.ReadAllBytesAsync(Path, Ct);
        for (var end = 0; end < whole.Length; end++)
        {
            await File.WriteAllBytesAsync(Path, whole[..end], Ct);
            Assert.False(RestoreJournal.IsBegun(Path));
            Assert.Contains("nothing was begun", Assert.Throws<BrokenJournalException>(Open).Message, StringComparison.Ordinal);

            Create().Dispose();

            Assert.True(RestoreJournal.IsBegun(Path));
            Assert.Equal("first", RestoreJournal.Read(Path).Run.Phase);
        }
    }

    [Fact]
    public async Task Any_line_that_was_changed_is_refused_by_its_number_and_the_file_stays_as_it_is()
    {
        await WrittenAsync(3);
        var lines = Lines();
        for (var i = 0; i < lines.Count; i++)
        {
            var changed = lines.ToList();
            changed[i] = changed[i].Replace("\"at\":\"2", "\"at\":\"3", StringComparison.Ordinal);
            WriteLines(changed);

            AssertRefused(i + 1);
        }
    }

    [Fact]
    public async Task Line_in_the_middle_that_is_broken_taken_out_or_put_twice_is_refused()
    {
        await WrittenAsync(3);
        var lines = Lines();
        foreach (var (wrong, number) in (IEnumerable<(List<string>, int)>)
            [
                ([.. lines[..2], lines[2][..^9], .. lines[3..]], 3),
                ([.. lines[..2], "", .. lines[2..]], 3),
                ([.. lines[..2], "{}", .. lines[2..]], 3),
                ([.. lines[..2], "7", .. lines[2..]], 3),
                ([.. lines[..2], .. lines[3..]], 3),
                ([.. lines[..2], lines[1], .. lines[2..]], 3),
                ([.. lines, "{}"], lines.Count + 1),
                ([.. lines, lines[^1]], lines.Count + 1),
                (lines[1..], 1),
            ])
        {
            WriteLines(wrong);

            AssertRefused(number);
        }
    }

    [Fact]
    public async Task File_that_is_no_journal_is_neither_opened_nor_written_over()
    {
        await File.WriteAllTextAsync(Path, "my only copy of something else", Ct);

        Assert.Throws<IOException>(() => Create().Dispose());
        Assert.Throws<BrokenJournalException>(Open);
        Assert.Equal("my only copy of something else", await File.ReadAllTextAsync(Path, Ct));
    }

    [Fact]
    public async Task Journal_of_another_form_is_left_to_the_version_that_knows_it()
    {
        var (line, _, _) = JournalLines.Write(
            JournalLines.NoDigest, new JournalEntry { At = DateTimeOffset.UnixEpoch, Opened = new JournalOpening("restoredrill/journal/2", NewRun()) });
        await File.WriteAllBytesAsync(Path, line, Ct);

        Assert.Contains("another version", Assert.Throws<BrokenJournalException>(Open).Message, StringComparison.Ordinal);
    }

    private void AssertRefused(int line)
    {
        var before = File.ReadAllBytes(Path);

        Assert.StartsWith($"Line {line} of the journal {Path} is not what was written there: it, or a line before it, was changed, taken out or put in. ", Assert.Throws<BrokenJournalException>(Open).Message, StringComparison.Ordinal);
        Assert.Throws<BrokenJournalException>(() => RestoreJournal.Read(Path));
        Assert.Equal(before, File.ReadAllBytes(Path));
    }
}
