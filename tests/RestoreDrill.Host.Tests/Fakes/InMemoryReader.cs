using System.Numerics;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Verdicts;

namespace RestoreDrill.Host.Tests.Fakes;

/// <summary>A restored instance with one database of two tables.</summary>
internal sealed class InMemoryReader : IInstanceReader
{
    private static readonly RelationName Students = new("courses", "public", "students");
    private static readonly RelationName Notes = new("courses", "private", "notes");

    /// <summary>What the students' rows hash to.</summary>
    public BigInteger Hash { get; set; } = 42;

    public IReadOnlyList<string> TakeBack { get; set; } = [];

    public CheckOutcome CheckAnswer { get; set; } = CheckOutcome.Passed;

    public Task<InstanceIdentity> IdentifyAsync(InstanceLogin login, CancellationToken cancellationToken) =>
        Task.FromResult(new InstanceIdentity(150018, "7300000000000000001"));

    public Task<InstanceInventory> ListAsync(InstanceLogin login, CancellationToken cancellationToken) => Task.FromResult(new InstanceInventory(
        [new ListedDatabase("courses", DatabaseReach.Verified), new ListedDatabase("postgres", DatabaseReach.Verified), new ListedDatabase("rdsadmin", DatabaseReach.Closed, "AWS's own administrative database")],
        [new ListedRelation(Students, RelationKind.Table, 1000, 8192), new ListedRelation(Notes, RelationKind.Table, 3, 8192)],
        [new Hazard("courses", "subscription", "to_crm", "would connect to crm.example.com")],
        ["GRANT app TO postgres"]) { TakeBack = TakeBack });

    public IAsyncEnumerable<RangeReading> ReadAsync(InstanceLogin login, ReadingOrder order, CancellationToken cancellationToken) =>
        order.Relations.Select(unread => Read(unread.Relation)).ToAsyncEnumerable();

    private RangeReading Read(ListedRelation relation)
    {
        var reading = new RangeReading { Relation = relation.Name, Range = BlockRange.Whole, Outcome = ReadingOutcome.Read, Bytes = relation.Bytes };
        return relation.Name == Notes
            ? reading with { Outcome = ReadingOutcome.NotJudged, Reason = "42501: permission denied for table notes" }
            : reading with { Rows = 1000, HashSum = Hash };
    }

    public Task<CheckResult> CheckAsync(InstanceLogin login, UserCheck check, DateTimeOffset dataTime, CancellationToken cancellationToken) => Task.FromResult(new CheckResult
    {
        Id = $"user:{check.Name}",
        Question = check.Name,
        Outcome = CheckAnswer,
        Expected = check.Expect.ToString(),
        Found = "1000",
    });
}
