using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Verdicts;

namespace RestoreDrill.Core.Tests.Cloud;

/// <summary>Reads what a <see cref="MemoryCloud"/> restored; a relation takes eight seconds.</summary>
internal sealed class MemoryReader(MemoryCloud cloud) : IInstanceReader
{
    public static TimeSpan RelationTakes { get; } = TimeSpan.FromSeconds(8);

    public Task<InstanceIdentity> IdentifyAsync(InstanceLogin login, CancellationToken cancellationToken) =>
        AskAsync("sql:identify", login, static () => new InstanceIdentity(150018, "7301"));

    public Task<InstanceInventory> ListAsync(InstanceLogin login, CancellationToken cancellationToken) => AskAsync("sql:list", login, () => new InstanceInventory(
        [new ListedDatabase("courses", DatabaseReach.Verified), new ListedDatabase("billing", DatabaseReach.Verified), new ListedDatabase("rdsadmin", DatabaseReach.Closed, "AWS's own administrative database")],
        [.. cloud.Content.Select(static reading => new ListedRelation(reading.Name, reading.Kind, reading.Rows, 8192))],
        [new Hazard("courses", "subscription", "to_production", "would connect to production")],
        ["master may read what app owns"]));

    public Task<RelationReading> ReadAsync(InstanceLogin login, ListedRelation relation, long seed, CancellationToken cancellationToken) =>
        AskAsync("sql:read", login, () =>
        {
            Assert.Equal(FingerprintSeed.Of(Sample.ResourceId), seed);
            cloud.Reads.Add(relation.Name.Name);
            cloud.Time.Advance(RelationTakes);
            return cloud.Content.Single(reading => reading.Name == relation.Name);
        });

    public Task<CheckResult> CheckAsync(InstanceLogin login, UserCheck check, DateTimeOffset dataTime, CancellationToken cancellationToken) =>
        AskAsync("sql:check", login, () => new CheckResult
        {
            Id = $"user:{check.Name}",
            Question = check.Name,
            Outcome = CheckOutcome.Passed,
            Expected = check.Expect.ToString(),
            Found = "1",
        });

    private Task<T> AskAsync<T>(string question, InstanceLogin login, Func<T> answer) => cloud.CallAsync(question, login.Host, false, () =>
    {
        var instance = cloud.Instances[login.Host[..^".rds".Length]];
        var inForce = cloud.Time.GetUtcNow() >= instance.PasswordInForceAt && instance.Password == login.Password.Reveal();
        return inForce ? answer() : throw new InstanceUnreachableException("password authentication failed", "28P01", new TimeoutException());
    });
}
