using Npgsql;

namespace RestoreDrill.Sandbox.Control.Damaging;

/// <summary>Who may do what is not as it was.</summary>
public static class RightFaults
{
    public static SnapshotFault RevokeGrant { get; } = Statement.OnTable(
        "revokeGrant", "A role (`objectName`) has lost its rights on the table.", static (scene, target) => $"REVOKE ALL ON {target.Name} FROM {scene.ObjectName}");

    public static SnapshotFault DropRole { get; } = new("dropRole", "A role (`objectName`) is gone, with its grants and what it owned.", async (scene, ct) =>
    {
        foreach (var database in await DatabasesAsync(scene, ct))
        {
            await Statement.RunAsync(scene, database, $"DROP OWNED BY {scene.ObjectName} CASCADE", scene.ObjectName, ct);
        }

        return await Statement.RunAsync(scene, "postgres", $"DROP ROLE {scene.ObjectName}", scene.ObjectName, ct);
    });

    public static SnapshotFault ChangeOwner { get; } = Statement.OnTable(
        "changeOwner", "The table belongs to another role (`objectName`).", static (scene, target) => $"ALTER TABLE {target.Name} OWNER TO {scene.ObjectName}");

    public static SnapshotFault TurnRowSecurityOff { get; } = Statement.OnTable(
        "turnRowSecurityOff", "The table's policies are not applied any more.", static (_, target) => $"ALTER TABLE {target.Name} DISABLE ROW LEVEL SECURITY");

    public static SnapshotFault DropPolicy { get; } = Statement.OnTable(
        "dropPolicy", "A policy (`objectName`) of the table is gone.", static (scene, target) => $"DROP POLICY {scene.ObjectName} ON {target.Name}");

    public static SnapshotFault RevokeMembership { get; } = Statement.FoundOnObject(
        "revokeMembership", "A role (`objectName`) has lost its memberships.",
        "SELECT format('REVOKE %I FROM %I', g.rolname, m.rolname) FROM pg_auth_members a JOIN pg_roles g ON g.oid = a.roleid JOIN pg_roles m ON m.oid = a.member WHERE a.member = $1::regrole ORDER BY 1");

    internal static IReadOnlyList<SnapshotFault> All { get; } = [RevokeGrant, DropRole, ChangeOwner, TurnRowSecurityOff, DropPolicy, RevokeMembership];

    private static async Task<List<string>> DatabasesAsync(FaultScene scene, CancellationToken ct)
    {
        await using var session = await scene.ConnectAsync("postgres", ct);
        await using var command = new NpgsqlCommand("SELECT datname::text FROM pg_database WHERE datallowconn", session);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var names = new List<string>();
        while (await reader.ReadAsync(ct))
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }
}
