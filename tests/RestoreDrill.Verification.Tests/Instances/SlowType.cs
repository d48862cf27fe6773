namespace RestoreDrill.Verification.Tests.Instances;

/// <summary>A type <c>seconds</c>, whose values take as many seconds to be read as they say: over any limit by themselves, however fast or slow the machine is.</summary>
internal static class SlowType
{
    /// <summary>What a server does that reads one.</summary>
    public const string IsRead = "application_name = 'restoredrill' AND wait_event = 'PgSleep'";

    // Only a superuser makes types; PL/pgSQL takes none that is not made yet.
    public static Task MakeAsync(RestoredInstance instance, string database) => instance.AsAdminAsync(
        database,
        """
        CREATE TYPE seconds;
        CREATE FUNCTION seconds_in(cstring) RETURNS seconds LANGUAGE internal IMMUTABLE STRICT AS 'int4in';
        CREATE FUNCTION seconds_out(seconds) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out';
        CREATE TYPE seconds (INPUT = seconds_in, OUTPUT = seconds_out, LIKE = int4);
        CREATE FUNCTION seconds_send(seconds) RETURNS bytea LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_catalog.pg_sleep($1::text::float8); RETURN $1::text::bytea; END $$;
        ALTER TYPE seconds SET (SEND = seconds_send);
        """);
}
