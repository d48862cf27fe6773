using Npgsql;
using RestoreDrill.Sandbox.Clusters;

namespace RestoreDrill.Sandbox.Control.Damaging;

/// <summary>Faults that are one statement on the copy.</summary>
internal static class Statement
{
    /// <summary>A statement about the object that the damage names.</summary>
    public static SnapshotFault OnObject(string name, string summary, Func<FaultScene, string> statement) =>
        new(name, summary, (scene, ct) => RunAsync(scene, scene.Database, statement(scene), scene.ObjectName, ct));

    /// <summary>A statement about the table that the damage names, or something of it.</summary>
    public static SnapshotFault OnTable(string name, string summary, Func<FaultScene, DamageTarget, string> statement) => new(name, summary, async (scene, ct) =>
    {
        await using var session = await scene.ConnectAsync(scene.Database, ct);
        var target = await DamageTarget.FindAsync(session, scene.Table, ct);
        return await RunAsync(session, statement(scene, target), name, $"{scene.Database}.{target.Name}", scene, ct);
    });

    /// <summary>A statement that a query makes of the table that the damage names (its OID is the parameter).</summary>
    public static SnapshotFault FoundOnTable(string name, string summary, string what, string query) => new(name, summary, async (scene, ct) =>
    {
        await using var session = await scene.ConnectAsync(scene.Database, ct);
        var target = await DamageTarget.FindAsync(session, scene.Table, ct);
        var statement = await target.NameAsync(session, what, query, ct);
        return await RunAsync(session, statement, name, $"{scene.Database}.{target.Name}", scene, ct);
    });

    /// <summary>A statement that a query makes of the object that the damage names (its name is the parameter).</summary>
    public static SnapshotFault FoundOnObject(string name, string summary, string query) => new(name, summary, async (scene, ct) =>
    {
        await using var session = await scene.ConnectAsync(scene.Database, ct);
        await using var command = new NpgsqlCommand(query, session);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = scene.ObjectName });
        var statement = await command.ExecuteScalarAsync(ct) as string ?? throw new ArgumentException($"There is nothing that {name} could do to {scene.ObjectName}.");
        return await RunAsync(session, statement, name, scene.ObjectName, scene, ct);
    });

    public static async Task<string> RunAsync(FaultScene scene, string database, string statement, string struck, CancellationToken ct)
    {
        await using var session = await scene.ConnectAsync(database, ct);
        return await RunAsync(session, statement, scene.Damage.Fault.Name, struck, scene, ct);
    }

    private static async Task<string> RunAsync(NpgsqlConnection session, string statement, string name, string struck, FaultScene scene, CancellationToken ct)
    {
        await Sql.ExecuteAsync(session, statement, ct);
        return $"{name} struck {struck} in {scene.Snapshot}.";
    }
}
