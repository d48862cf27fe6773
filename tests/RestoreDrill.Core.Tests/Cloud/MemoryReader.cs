using System.Numerics;
using System.Runtime.CompilerServices;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.SelfTests;
using RestoreDrill.Core.Verdicts;

namespace RestoreDrill.Core.Tests.Cloud;

/// <summary>Reads what a <see cref="MemoryCloud"/> restored; a relation takes eight seconds.</summary>
internal sealed class MemoryReader(MemoryCloud cloud) : IInstanceReader
{
    private const int RangeLength = 10;

    public static TimeSpan RelationTakes { get; } = TimeSpan.FromSeconds(8);

    public Task<InstanceIdentity> IdentifyAsync(InstanceLogin login, CancellationToken cancellationToken) =>
        AskAsync("sql:identify", login, () => new InstanceIdentity(150018, cloud.SystemIdentifier));

    public Task<InstanceInventory> ListAsync(InstanceLogin login, CancellationToken cancellationToken) => AskAsync("sql:list", login, () => new InstanceInventory(
        [new ListedDatabase("courses", DatabaseReach.Verified), new ListedDatabase("billing", DatabaseReach.Verified), new ListedDatabase("rdsadmin", DatabaseReach.Closed, "AWS's own administrative database")],
        [.. cloud.Content.Select(static reading => new ListedRelation(reading.Name, reading.Kind, reading.Rows, 8192))],
        [new Hazard("courses", "subscription", "to_production", "would connect to production")],
        ["master may read what app owns"]));

    public async IAsyncEnumerable<RangeReading> ReadAsync(
        InstanceLogin login, ReadingOrder order, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Assert.Equal(FingerprintSeed.Of(Sample.ResourceId), order.Seed);
        var began = cloud.Time.GetTimestamp();
        foreach (var (relation, read) in order.Relations)
        {
            foreach (var range in BlockRange.Missing(read).SelectMany(Pieces))
            {
                if (cloud.Time.GetElapsedTime(began) >= order.Stint)
                {
                    yield break;
                }

                yield return await AskAsync("sql:read", login, () => Read(login, relation, range));
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
    }

    private IEnumerable<BlockRange> Pieces(BlockRange missing)
    {
        var pieces = Enumerable.Range(0, cloud.RangesOfRelation)
            .Select(i => new BlockRange(i * RangeLength, i == cloud.RangesOfRelation - 1 ? null : RangeLength));
        return pieces.Where(piece => piece.First >= missing.First && !(piece.First >= missing.End));
    }

    private RangeReading Read(InstanceLogin login, ListedRelation relation, BlockRange range)
    {
        cloud.Reads.Add(relation.Name.Name);
        cloud.Time.Advance(RelationTakes / cloud.RangesOfRelation);
        var content = cloud.Content.Single(reading => reading.Name == relation.Name);
        var reading = new RangeReading
        {
            Relation = relation.Name,
            Range = range,
            Outcome = content.Outcome,
            Bytes = relation.Bytes / cloud.RangesOfRelation,
            Reason = content.Reason,
            Took = content.Took / cloud.RangesOfRelation,
        };
        return content.Outcome != ReadingOutcome.Read ? reading : reading with
        {
            Rows = (long)Share(content.Rows, range) - (Shows(login, relation, Fault.DeletedRow) && range.End is null ? 1 : 0),
            HashSum = Share(content.HashSum!.Value, range) + (Shows(login, relation, Fault.DeletedRow, Fault.SwappedValues) && range.End is null ? 1 : 0),
        };
    }

    private bool Shows(InstanceLogin login, ListedRelation relation, params Fault[] faults) =>
        cloud.Shows(login.Host, target => faults.Contains(target.Fault) && target.Name == relation.Name);

    private BigInteger Share(BigInteger whole, BlockRange range)
    {
        var equal = whole / cloud.RangesOfRelation;
        return range.End is null ? whole - (equal * (cloud.RangesOfRelation - 1)) : equal;
    }

    public Task<CheckResult> CheckAsync(InstanceLogin login, UserCheck check, DateTimeOffset dataTime, CancellationToken cancellationToken) =>
        AskAsync("sql:check", login, () => new CheckResult
        {
            Id = $"user:{check.Name}",
            Question = check.Name,
            Outcome = CheckOutcome.Passed,
            Expected = check.Expect.ToString(),
            Found = "1",
        });

    internal Task<T> AskAsync<T>(string question, InstanceLogin login, Func<T> answer) => cloud.CallAsync(question, login.Host, false, () =>
    {
        if (login.Host is MemoryReaders.SourceHost or MemoryReaders.ReplicaHost)
        {
            return cloud.SourceTroubleOf() is { } trouble ? throw trouble : answer();
        }

        var instance = cloud.Instances[login.Host[..^".rds".Length]];
        var inForce = cloud.Time.GetUtcNow() >= instance.PasswordInForceAt && instance.Password == login.Password!.Reveal();
        return inForce ? answer() : throw new InstanceUnreachableException("password authentication failed", "28P01", new TimeoutException());
    });
}
