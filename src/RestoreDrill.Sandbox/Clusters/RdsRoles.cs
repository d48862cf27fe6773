namespace RestoreDrill.Sandbox.Clusters;

/// <summary>
/// Roles and databases as RDS for PostgreSQL makes them in a new instance (Amazon RDS User Guide, "Understanding the rds_superuser role"). The master
/// user is not a superuser, and reads nothing that others own unless they grant it.
/// </summary>
public static class RdsRoles
{
    /// <summary>The role that RDS gives the master user in place of superuser.</summary>
    public const string Superuser = "rds_superuser";

    private static readonly string[] GivenToSuperuser = ["pg_monitor", "pg_signal_backend", "pg_checkpoint"];

    /// <summary>
    /// Prepares a new, running cluster: the roles of RDS, the master user with its password, the database <c>rdsadmin</c> that only AWS enters, and the
    /// master's first database, if one is wanted.
    /// </summary>
    public static async Task PrepareAsync(
        PostgresCluster cluster, string masterUser, string masterPassword, string? firstDatabase, CancellationToken ct)
    {
        await using var admin = await cluster.ConnectAsAdminAsync("postgres", ct);
        await Sql.ExecuteAsync(admin, $"CREATE ROLE {Superuser} NOLOGIN; CREATE ROLE rds_replication NOLOGIN; CREATE ROLE rds_iam NOLOGIN", ct);
        await Sql.ExecuteAsync(admin, $"GRANT rds_replication TO {Superuser} WITH ADMIN OPTION", ct);
        foreach (var role in GivenToSuperuser)
        {
            if (await Sql.ExistsAsync(admin, "SELECT FROM pg_roles WHERE rolname = $1", role, ct))
            {
                await Sql.ExecuteAsync(admin, $"GRANT {role} TO {Superuser} WITH ADMIN OPTION", ct);
            }
        }
        var master = Sql.Name(masterUser);
        await Sql.ExecuteAsync(
            admin,
            $"CREATE ROLE {master} LOGIN NOSUPERUSER INHERIT CREATEDB CREATEROLE NOREPLICATION PASSWORD {Sql.Literal(ScramVerifier.Of(masterPassword))}",
            ct);
        await Sql.ExecuteAsync(admin, $"GRANT {Superuser} TO {master} WITH ADMIN OPTION", ct);
        await Sql.ExecuteAsync(admin, $"CREATE DATABASE rdsadmin OWNER {PostgresCluster.AdminUser}", ct);
        await Sql.ExecuteAsync(admin, "REVOKE ALL ON DATABASE rdsadmin FROM PUBLIC", ct);
        await Sql.ExecuteAsync(admin, $"ALTER DATABASE postgres OWNER TO {master}; ALTER DATABASE template1 OWNER TO {master}", ct);
        if (firstDatabase is not null and not "postgres")
        {
            await Sql.ExecuteAsync(admin, $"CREATE DATABASE {Sql.Name(firstDatabase)} OWNER {master}", ct);
        }
    }

    /// <summary>
    /// Sets the master user's password, as ModifyDBInstance does. Sessions that are open stay open. RDS also restores the master's attributes and its
    /// membership of <see cref="Superuser"/> this way, and so does this.
    /// </summary>
    public static async Task SetMasterPasswordAsync(PostgresCluster cluster, string masterUser, string password, CancellationToken ct)
    {
        await using var admin = await cluster.ConnectAsAdminAsync("postgres", ct);
        var master = Sql.Name(masterUser);
        await Sql.ExecuteAsync(admin, $"ALTER ROLE {master} LOGIN CREATEDB CREATEROLE PASSWORD {Sql.Literal(ScramVerifier.Of(password))}", ct);
        await Sql.ExecuteAsync(admin, $"GRANT {Superuser} TO {master} WITH ADMIN OPTION", ct);
    }
}
