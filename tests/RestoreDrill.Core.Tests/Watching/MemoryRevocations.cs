using RestoreDrill.Core.Chain;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Tests.Watching;

/// <summary>Revocations of one database in memory.</summary>
internal sealed class MemoryRevocations : IChainStore
{
    public List<Revocation> Revocations { get; } = [];

    public static Revocation Of(string copyArn, string copy = "rd-copy-acme-b", int minutes = 0) => new()
    {
        Database = Sample.Database,
        CopyName = copy,
        CopyArn = copyArn,
        Drill = RunId.Parse("d00000000001"),
        FoundBy = RunId.Parse("d00000000002"),
        LaterCopy = "rd-copy-acme-c",
        EarlierCopy = "rd-copy-acme-a",
        Places = ["courses.public.students, block 17"],
        RecordedAt = Sample.Now.AddMinutes(minutes),
    };

    public Task<IReadOnlyList<Revocation>> RevocationsAsync(string database, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Revocation>>([.. Revocations.Where(one => one.Database == database)]);

    public Task<IReadOnlyList<ChainEntry>> ChainAsync(RunId drill, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<ChainEntry>>([]);

    public Task<LinkGroups> ChainGroupsAsync(RunId drill, RelationName relation, CancellationToken cancellationToken) => Task.FromResult(LinkGroups.Joined([]));
}
