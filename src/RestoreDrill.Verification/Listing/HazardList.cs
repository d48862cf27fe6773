using Npgsql;
using RestoreDrill.Core.Reading;
using RestoreDrill.Verification.Sessions;

namespace RestoreDrill.Verification.Listing;

/// <summary>
/// What a restored database could do by itself or for somebody else. Connection strings, commands of jobs and user mappings are never read: they hold
/// secrets. What cannot be listed is a hazard of its own.
/// </summary>
internal static class HazardList
{
    /// <summary>Of the whole instance. Columns: database, name, detail.</summary>
    private static readonly HazardQuestion[] OfInstance =
    [
        new(
            "subscription",
            """
            SELECT d.datname, s.subname,
                   CASE WHEN s.subenabled THEN 'enabled' ELSE 'disabled' END || ': would pull publications ' || array_to_string(s.subpublications, ', ')
                   || coalesce(' through slot ' || s.subslotname, '') || ' from another server'
            FROM pg_subscription s JOIN pg_database d ON d.oid = s.subdbid
            """),
        new(
            "replication slot",
            """
            SELECT coalesce(s.database, ''), s.slot_name,
                   s.slot_type || coalesce(' (' || s.plugin || ')', '') || ': keeps write-ahead log until a consumer comes'
            FROM pg_replication_slots s
            """),
        new(
            "prepared transaction",
            """
            SELECT p.database, p.gid, 'by ' || p.owner || ', prepared ' || p.prepared::text || ': holds its locks until somebody ends it'
            FROM pg_prepared_xacts p
            """),
    ];

    private static readonly HazardQuestion[] OfDatabase =
    [
        new(
            "foreign server",
            """
            SELECT current_database(), s.srvname, 'through ' || w.fdwname || ': queries on its foreign tables reach '
                   || coalesce((SELECT string_agg(o.option_name || '=' || o.option_value, ' ' ORDER BY o.option_name)
                                FROM pg_options_to_table(s.srvoptions) o WHERE o.option_name IN ('host', 'hostaddr', 'port', 'dbname')), 'another place')
            FROM pg_foreign_server s JOIN pg_foreign_data_wrapper w ON w.oid = s.srvfdw
            """),
        new(
            "event trigger",
            """
            SELECT current_database(), t.evtname,
                   CASE t.evtenabled WHEN 'D' THEN 'disabled' ELSE 'enabled' END || ': runs ' || t.evtfoid::regproc::text || ' at ' || t.evtevent
            FROM pg_event_trigger t
            """),
        new(
            "scheduled job",
            """
            SELECT coalesce(j.database, current_database()), j.jobid::text,
                   CASE WHEN j.active THEN 'active' ELSE 'inactive' END || ': pg_cron would run it at ' || j.schedule || ' as ' || j.username
            FROM cron.job j
            """,
            Needs: "cron.job"),
    ];

    public static Task<List<Hazard>> AskInstanceAsync(Session session, CancellationToken ct) => AskAsync(session, "", OfInstance, ct);

    public static Task<List<Hazard>> AskDatabaseAsync(Session session, CancellationToken ct) => AskAsync(session, session.Database, OfDatabase, ct);

    private static async Task<List<Hazard>> AskAsync(Session session, string database, HazardQuestion[] questions, CancellationToken ct)
    {
        var hazards = new List<Hazard>();
        foreach (var question in questions)
        {
            var what = $"listing hazards ({question.Kind})";
            try
            {
                if (question.Needs is { } table
                    && !(await session.RowsAsync(what, "SELECT to_regclass($1) IS NOT NULL", static row => row.GetBoolean(0), ct, table))[0])
                {
                    continue;
                }
                hazards.AddRange(
                    await session.RowsAsync(
                        what, question.Sql, row => new Hazard(row.GetString(0), question.Kind, row.GetString(1), row.GetString(2)), ct));
            }
            catch (PostgresException e)
            {
                hazards.Add(new Hazard(database, question.Kind, "(not listed)", $"there may be some, and they could not be listed: {ServerWords.Of(e)}"));
            }
        }
        return hazards;
    }
}
