using System.Text;
using Npgsql;
using RestoreDrill.Core.Manifests;
using RestoreDrill.Core.Reading;
using RestoreDrill.Verification.Sessions;

namespace RestoreDrill.Verification.Listing;

/// <summary>Takes stock of an instance, after earning the right to read it.</summary>
internal sealed class Inventory(SessionOpener opener, InstanceLogin login)
{
    private readonly ReadingRights rights = new(login);
    private readonly List<ListedDatabase> databases = [];
    private readonly List<ListedRelation> relations = [];
    private readonly List<Hazard> hazards = [];

    public async Task<InstanceInventory> TakeAsync(CancellationToken ct)
    {
        foreach (var database in await EnterAsync(ct))
        {
            databases.Add(await TakeDatabaseAsync(database, ct));
        }
        relations.Sort(static (left, right) => left.Bytes != right.Bytes ? right.Bytes.CompareTo(left.Bytes) : RelationName.Order.Compare(left.Name, right.Name));
        return new InstanceInventory(databases, relations, hazards, rights.Earned) { TakeBack = rights.TakeBack };
    }

    private async Task<List<FoundDatabase>> EnterAsync(CancellationToken ct)
    {
        await using var session = await opener.OpenEntranceAsync(login, SessionPurpose.Earning, ct);
        try
        {
            await rights.EarnInstanceAsync(session, ct);
            hazards.AddRange(await HazardList.AskInstanceAsync(session, ct));
            var found = await DatabaseList.AskAsync(session, ct);
            for (var i = 0; i < found.Count; i++)
            {
                if (found[i] is { AllowsConnections: true, MayConnect: false, Name: not InstanceDatabases.AwsOwn })
                {
                    found[i] = found[i] with { MayConnect = await rights.EarnConnectAsync(session, found[i], ct) };
                }
            }
            return found;
        }
        catch (PostgresException e)
        {
            throw new InstanceUnreachableException(
                $"The list of databases at {login.Host}:{login.Port} could not be read as user \"{login.User}\": the server answered {ServerWords.Of(e)}. "
                + "Without it nothing can be verified.",
                e.SqlState,
                e);
        }
    }

    private async Task<ListedDatabase> TakeDatabaseAsync(FoundDatabase database, CancellationToken ct)
    {
        var refusal = database switch
        {
            { Name: InstanceDatabases.AwsOwn } => "AWS's own administrative database",
            { AllowsConnections: false } => "does not accept connections (datallowconn is false)",
            { MayConnect: false } => $"user \"{login.User}\" has no CONNECT on it, and could not earn it",
            _ => null,
        };
        if (refusal is not null)
        {
            var closed = database.Name == InstanceDatabases.AwsOwn || !database.AllowsConnections;
            return new ListedDatabase(database.Name, closed ? DatabaseReach.Closed : DatabaseReach.NotReached, refusal);
        }
        try
        {
            await using (var earning = await opener.OpenAsync(login, database.Name, SessionPurpose.Earning, ct))
            {
                await rights.EarnDatabaseAsync(earning, ct);
            }
            await using var session = await opener.OpenAsync(login, database.Name, SessionPurpose.Listing, ct);
            var found = await RelationList.AskAsync(session, ct);
            hazards.AddRange(await HazardList.AskDatabaseAsync(session, ct));
            relations.AddRange(found);
            return new ListedDatabase(database.Name, DatabaseReach.Verified);
        }
        catch (InstanceUnreachableException e) when (ServerWords.IsAboutDatabase(e))
        {
            return new ListedDatabase(database.Name, DatabaseReach.NotReached, e.Message);
        }
        catch (PostgresException e)
        {
            var reach = ServerWords.SaysDamaged(e) ? DatabaseReach.Damaged : DatabaseReach.NotReached;
            return new ListedDatabase(database.Name, reach, $"its catalogs could not be read: {ServerWords.Of(e)}");
        }
        catch (DecoderFallbackException e)
        {
            return new ListedDatabase(database.Name, DatabaseReach.NotReached, $"a name in its catalogs is not in the database's encoding: {e.Message}");
        }
    }
}
