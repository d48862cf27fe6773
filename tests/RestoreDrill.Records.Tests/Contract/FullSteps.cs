using System.Numerics;
using RestoreDrill.Core.Chain;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Manifests;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Sandwich;
using RestoreDrill.Records.Evidence;
using RestoreDrill.Records.Tests.Evidence;

namespace RestoreDrill.Records.Tests.Contract;

/// <summary>Steps that find everything that a run which reads no source can find.</summary>
internal static class FullSteps
{
    public const string CopyArn = "arn:copy";

    private static readonly RelationName Students = new("курсы", "public", "students \"quoted\" 🙂");
    private static readonly RelationName Empty = new("courses", "public", "empty");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>In the order in which a store gives it back.</summary>
    public static RunChange First(RunId run) => new()
    {
        Phase = "reading",
        State = """{"n":1}""",
        Note = "read",
        Events = [new RunEvent { Phase = "reading", Kind = RunEventKind.Observed, Message = "m" }],
        Readings =
        [
            .. Enum.GetValues<RelationKind>().Select(static kind => Reading("a", kind.ToString()) with { Kind = kind }).OrderBy(static reading => reading.Name, RelationName.Order),
            .. Enum.GetValues<ReadingOutcome>().Select(static outcome => Reading("b", outcome.ToString()) with { Outcome = outcome, Reason = "because ж", HashSum = null })
                .OrderBy(static reading => reading.Name, RelationName.Order),
            Reading("c", "huge") with { HashSum = -Certificates.Huge, Rows = long.MaxValue, Took = new TimeSpan(40, 1, 2, 3, 4, 5) },
        ],
        Ranges = [Range(0, 8) with { HashSum = Certificates.Huge }, Range(8, null)],
        Parts = [Part(ReadingMoment.Copy, "a", "text ж\n\"quoted\""), Part(ReadingMoment.Copy, "b", "")],
        Comparisons =
        [
            Compared(ReadingMoment.Before, 0, 3),
            Compared(ReadingMoment.After, 0, 4),
            new ComparedRange(new BlockRange(8, null), RelationComparison.Unread(Students, 7, "no rights ж")),
        ],
        Chain = [ChainRange.Without(Empty, ReadingOutcome.Read, null), Chained(0, 4, 50), Chained(4, 2, 60)],
        Revocation = Revoked(run, "courses.public.students, block 17"),
        Pin = Certificates.Of(CopyArn, run),
    };

    /// <summary>The same places, read otherwise; and nothing else.</summary>
    public static RunChange Again(RunId run)
    {
        var first = First(run);
        return first with
        {
            Readings = [.. first.Readings.Select(static reading => reading with { Rows = 99 })],
            Ranges = [.. first.Ranges.Select(static range => range with { Rows = 99, Range = range.Range with { Count = 3 } })],
            Parts = [.. first.Parts.Select(static part => part with { Text = "other" })],
            Comparisons = [.. first.Comparisons.Select(static one => one with { Comparison = RelationComparison.Unread(one.Comparison.Name, 99, "again") })],
            Chain = [Chained(0, 4, 90)],
            Revocation = Revoked(run, "elsewhere"),
        };
    }

    /// <summary>That a store gives back the first step, and of the other only that it happened.</summary>
    public static async Task AssertFirstAsync(RunChange first, IRunStore store, RunId run)
    {
        Assert.Equal(first.Readings, await store.ReadingsAsync(run, Ct));
        Assert.Equal(first.Ranges, (await store.RangesAsync(run, Ct)).OrderBy(static range => range.Range.First));
        Assert.Equal(first.Parts, await store.PartsAsync(run, ManifestSubject.Catalog, Ct));
        Assert.Empty(await store.PartsAsync(run, ManifestSubject.Relations, Ct));
        Assert.Equal(CanonicalJson.Write(first.Comparisons), CanonicalJson.Write(await store.ComparisonsAsync(run, Ct)));
        Assert.Equal(2, (await store.EventsAsync(run, 0, Ct)).Count);
        var certificate = await store.FindBirthCertificateAsync(CopyArn, Ct);
        Assert.Equal(CertificateText.Write(first.Pin!), CertificateText.Write(certificate!));
        await AssertChainAsync(first, store, run);
    }

    private static async Task AssertChainAsync(RunChange first, IRunStore store, RunId run)
    {
        var entries = await store.ChainAsync(run, Ct);
        Assert.Equal(CanonicalJson.Write(first.Chain.Select(static range => range.Comparison)), CanonicalJson.Write(entries.Select(static entry => entry.Comparison)));
        Assert.Equal(first.Chain.Select(static range => (range.Range, range.Grain, range.Outcome)), entries.Select(static entry => (entry.Range, entry.Grain, entry.Outcome)));
        Assert.Equal([true, false, false], entries.Select(static entry => entry.Sha256.Length == 0));
        var groups = await store.ChainGroupsAsync(run, Students, Ct);
        Assert.Equal((new GroupSum(5, 50), new GroupSum(4, 49), new GroupSum(5, 64)), (groups.All(0, 1), groups.Old(0, 1), groups.All(4, 1)));
        var revocation = Assert.Single(await store.RevocationsAsync("courses", Ct));
        Assert.Equal(CanonicalJson.Write(first.Revocation), CanonicalJson.Write(revocation with { RecordedAt = default }));
        Assert.True(revocation.RecordedAt > DateTimeOffset.UnixEpoch);
        Assert.Empty(await store.RevocationsAsync("billing", Ct));
    }

    private static RelationReading Reading(string database, string name) => new()
    {
        Name = new RelationName(database, "s", name), Kind = RelationKind.Table, Outcome = ReadingOutcome.Read, Rows = 5, HashSum = 17,
    };

    private static RangeReading Range(long first, long? count) => new()
    {
        Relation = Students, Range = new BlockRange(first, count), Outcome = ReadingOutcome.Read, Bytes = long.MaxValue, Rows = 5, HashSum = BigInteger.One, Took = TimeSpan.FromMicroseconds(7),
    };

    private static ManifestPart Part(ReadingMoment moment, string database, string text) =>
        new() { Moment = moment, Subject = ManifestSubject.Catalog, Database = database, Text = text };

    private static ComparedRange Compared(ReadingMoment moment, long first, long rows) => new(
        new BlockRange(first, 8),
        new RelationComparison
        {
            Name = Students,
            RowsProven = rows,
            RowsDiffering = 2,
            GroupsDiffering = 1,
            Differences = [new GroupDifference(new BlockRange(first, 1), GroupDifferenceKind.RowsMissing, 9, 8)],
            Reasons = ["r"],
        },
        moment);

    private static ChainRange Chained(long first, int count, long hash) => new()
    {
        Range = new BlockRange(first, count),
        Grain = 1,
        Outcome = ReadingOutcome.Read,
        Own = [.. Enumerable.Range(0, count).Select(i => new GroupSum(5, hash + first + i))],
        Young = [.. Enumerable.Repeat(new GroupSum(1, 1), count)],
        Comparison = new ChainComparison
        {
            Name = Students, RowsProven = 3, GroupsContradicting = 1, Contradictions = [new ChainContradiction(new BlockRange(17, 1), 61, 60)],
        },
    };

    private static Revocation Revoked(RunId foundBy, string place) => new()
    {
        Database = "courses",
        CopyName = "rd-copy-acme-b",
        CopyArn = "arn:b",
        Drill = RunId.Parse("d00000000007"),
        FoundBy = foundBy,
        LaterCopy = "rd-copy-acme-c",
        EarlierCopy = "rd-copy-acme-a",
        Places = [place],
    };
}
