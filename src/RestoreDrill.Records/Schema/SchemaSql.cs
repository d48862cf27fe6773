using System.Globalization;
using System.Text;

namespace RestoreDrill.Records.Schema;

/// <summary>The statements around the migrations.</summary>
internal static class SchemaSql
{
    /// <summary>A host may wait for another one that is migrating.</summary>
    internal const int TimeoutSeconds = 300;

    /// <summary>Ends with the transaction, so it also holds behind a pooler that hands out connections per transaction.</summary>
    internal const string Lock = "do $lock$ begin perform pg_advisory_xact_lock(7308604759833338223); end $lock$";

    // CREATE SCHEMA asks for the right to create before it looks whether the schema exists.
    internal const string Foundation = """
        do $foundation$
        begin
            if to_regnamespace('restoredrill') is null then
                create schema restoredrill;
            end if;
            create table if not exists restoredrill.schema_version (
                version    integer     not null primary key,
                name       text        not null,
                sha256     text        not null,
                applied_at timestamptz not null default clock_timestamp()
            );
        end
        $foundation$
        """;

    // Name and digest come from this assembly: letters, digits and underscores only.
    internal static string Record(Migration migration) => string.Create(
        CultureInfo.InvariantCulture,
        $"insert into restoredrill.schema_version (version, name, sha256) values ({migration.Version}, '{migration.Name}', '{migration.Sha256}')");

    internal static string Script(IReadOnlyList<Migration> migrations)
    {
        var script = new StringBuilder("-- RestoreDrill's store. Steps that the database already has are skipped.\n\\set ON_ERROR_STOP on\n");
        foreach (var migration in migrations)
        {
            script.Append(CultureInfo.InvariantCulture, $"""

                begin;
                {Lock};
                {Foundation};
                do $step$
                begin
                    if exists (select from restoredrill.schema_version where version = {migration.Version}) then
                        raise notice '{migration} is there already';
                        return;
                    end if;
                    execute $migration$
                {migration.Sql}
                $migration$;
                    {Record(migration)};
                end
                $step$;
                commit;

                """);
        }

        return script.ToString();
    }
}
