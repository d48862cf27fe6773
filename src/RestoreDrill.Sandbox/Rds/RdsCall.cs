using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.Rds.Instances;
using RestoreDrill.Sandbox.Rds.Snapshots;

namespace RestoreDrill.Sandbox.Rds;

/// <summary>A call with the account that it sees.</summary>
internal sealed record RdsCall(AwsCall Call, AccountState State)
{
    public CallParameters Parameters => Call.Parameters;

    public string AccountId => Call.AccountId;

    public string Region => Call.Region;

    public IEnumerable<DbInstance> Instances => State.Instances.Where(instance => instance.Region == Region);

    public IEnumerable<DbSnapshot> Snapshots => State.Snapshots.Where(snapshot => snapshot.Region == Region);

    /// <exception cref="AwsError">DBInstanceNotFound.</exception>
    public DbInstance Instance(string identifier) =>
        Instances.FirstOrDefault(instance => instance.Identifier.Equals(identifier, StringComparison.OrdinalIgnoreCase))
        ?? throw new AwsError("DBInstanceNotFound", $"DBInstance {identifier} not found.", 404);
}
