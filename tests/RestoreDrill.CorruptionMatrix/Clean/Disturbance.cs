namespace RestoreDrill.CorruptionMatrix.Clean;

/// <summary>What happens to the source, over and over, while it is copied.</summary>
/// <param name="Title">In words.</param>
/// <param name="Statements">In this order, each in a transaction of its own; <c>{n}</c> is the number of the round.</param>
/// <param name="Altered">The tables that these alter, of the database <c>courses</c>, with their schema.</param>
/// <param name="Crashes">Whether the server is killed once.</param>
internal sealed record Disturbance(string Title, IReadOnlyList<string> Statements, IReadOnlyList<string> Altered, bool Crashes = false)
{
    /// <summary>Done one after the other, one for each copy.</summary>
    public static IReadOnlyList<Disturbance> All { get; } =
    [
        new("writers only", [], []),
        new("tables created and dropped", ["CREATE TABLE passing_{n} AS SELECT n AS id FROM generate_series(1, 100) n", "DROP TABLE passing_{n}"], ["public.passing"]),
        new("tables created that stay", ["CREATE TABLE staying_{n} (id int PRIMARY KEY)", "INSERT INTO staying_{n} SELECT generate_series(1, 50)"], ["public.staying"]),
        new("index created and dropped concurrently",
            ["CREATE INDEX CONCURRENTLY passing_index ON students (registered_at)", "DROP INDEX CONCURRENTLY passing_index"], []),
        new("column with a default added", ["ALTER TABLE homework ADD COLUMN extra_{n} int NOT NULL DEFAULT 7"], ["public.homework"]),
        new("enum value renamed",
            ["ALTER TYPE submission_state RENAME VALUE 'returned' TO 'handed back'", "ALTER TYPE submission_state RENAME VALUE 'handed back' TO 'returned'"],
            ["public.submissions"]),
        new("vacuum", ["VACUUM (FREEZE, ANALYZE)"], []),
        new("vacuum full", ["VACUUM FULL leaderboard_0", "VACUUM FULL waiting_list"], ["public.leaderboard_0", "public.waiting_list"]),
        new("truncate of a side table", ["TRUNCATE waiting_list", "INSERT INTO waiting_list SELECT id, now() FROM students LIMIT 30"], ["public.waiting_list"]),
        new("sequences in use", ["SELECT nextval('ticket_number') FROM generate_series(1, 50)", "INSERT INTO courses (slug, title, level, price, runs, syllabus) "
            + "VALUES ('slug-' || gen_random_uuid(), 'New', 'beginner', 1, daterange('2026-01-01', '2026-02-01'), 'none')"], []),
        new("crash of the source", [], [], Crashes: true),
        new("materialised view refreshed", ["REFRESH MATERIALIZED VIEW course_statistics"], ["public.course_statistics"]),
        new("grants given and taken", ["GRANT SELECT ON homework TO reporting", "REVOKE SELECT ON homework FROM reporting"], []),
        new("functions and views replaced",
            ["CREATE OR REPLACE FUNCTION passing() RETURNS int LANGUAGE sql AS 'SELECT {n}'", "CREATE OR REPLACE VIEW passing_view AS SELECT {n} AS n"], []),
        new("index rebuilt concurrently", ["REINDEX INDEX CONCURRENTLY students_email"], []),
        new("large objects made and removed", ["SELECT lo_from_bytea(0, 'passing')", "SELECT count(lo_unlink(oid)) FROM (SELECT max(oid) AS oid FROM pg_largeobject_metadata WHERE lomowner = current_user::regrole) l"],
            ["pg_catalog.pg_largeobject"]),
        new("every row updated", ["UPDATE homework SET due_at = due_at + interval '1 second'"], []),
        new("many rows deleted and made again", ["DELETE FROM waiting_list WHERE student_id % 3 = 0", "INSERT INTO waiting_list SELECT id, now() FROM students LIMIT 300 ON CONFLICT DO NOTHING"], []),
        new("partition added", ["CREATE TABLE IF NOT EXISTS submissions_{n} PARTITION OF submissions FOR VALUES FROM ('{year}-01-01+00') TO ('{year}-12-31+00')"], ["public.submissions"]),
        new("constraint added and dropped", ["ALTER TABLE homework ADD CONSTRAINT passing CHECK (points >= 0)", "ALTER TABLE homework DROP CONSTRAINT passing"], ["public.homework"]),
        new("second crash of the source", ["VACUUM (ANALYZE)"], [], Crashes: true),
    ];
}
