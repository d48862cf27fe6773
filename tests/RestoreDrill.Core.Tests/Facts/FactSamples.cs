using RestoreDrill.Core.Chain;
using RestoreDrill.Core.Facts;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Verdicts;

namespace RestoreDrill.Core.Tests.Facts;

/// <summary>Facts about one copy.</summary>
internal static class FactSamples
{
    public const string Copy = "rd-copy-acme-c04cr4r0abcd";

    public static readonly FactStoreOptions Options = new() { Bucket = "facts", Owner = Sample.VaultAccount, Retention = TimeSpan.FromDays(90), LongestDocument = 10_000 };

    public static CopyFactObjects Objects => new(Sample.Installation, Sample.Database, Copy);

    public static FactObject Verdict(RunOutcome outcome, DateTimeOffset at, string copy = Copy) => new CopyFactObjects(Sample.Installation, Sample.Database, copy).Of(new VerdictFact
    {
        Database = Sample.Database,
        CopyName = copy,
        CopyArn = $"arn:aws:rds:eu-central-1:222222222222:snapshot:{copy}",
        Drill = Sample.Drill,
        ConcludedAt = at,
        Verdict = new Verdict { Outcome = outcome, Sentence = $"It is a {outcome}." },
    });

    public static FactObject Revocation(DateTimeOffset at) => Objects.Of(new Revocation
    {
        Database = Sample.Database,
        CopyName = Copy,
        CopyArn = "arn",
        Drill = Sample.Drill,
        FoundBy = Sample.Drill,
        LaterCopy = "later",
        EarlierCopy = "earlier",
        Places = ["public.homework, blocks 0 to 1"],
        RecordedAt = at,
    });

    public static Task<CopyRecord> ReadAsync(MemoryFactStore store) =>
        new FactReader(store, Options).ReadAsync(Sample.Installation, Sample.Database, Copy, TestContext.Current.CancellationToken);

    public static async Task<StandingReport> StandingAsync(MemoryFactStore store) => StandingRules.Judge(await ReadAsync(store));
}
