namespace RestoreDrill.Verification.Listing;

/// <summary>Pieces of SQL on the catalogs that several questions share.</summary>
internal static class Catalog
{
    /// <summary>From: relations <c>c</c> and their schemas <c>n</c>.</summary>
    public const string Relations = "pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace";

    /// <summary>
    /// Schemas that hold data. Objects that PostgreSQL itself makes have an OID below 16384 (access/transam.h), so what somebody put into
    /// pg_catalog or information_schema counts too. Tables of extensions are data like any other.
    /// </summary>
    public const string OfUsers =
        """
        (n.nspname NOT IN ('pg_catalog', 'information_schema') OR c.oid >= 16384)
        AND n.nspname <> 'pg_toast' AND n.nspname !~ '^pg_(toast_)?temp_[0-9]+$'
        """;
}
