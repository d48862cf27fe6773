namespace RestoreDrill.Core.Reading;

/// <summary>How far the read-only login of a source gets.</summary>
/// <param name="ServerVersion">PostgreSQL's <c>server_version</c>, for example <c>15.18</c>.</param>
/// <param name="Databases">The databases that it entered.</param>
/// <param name="Refused">Databases that take connections but not its own, each with the server's words.</param>
/// <param name="Unreadable">How many relations with rows it may not read; 0 where only catalogs are to be read.</param>
/// <param name="FirstUnreadable">The first of them, as <c>database.schema.name</c>; null where there is none.</param>
public sealed record SourceAccess(
    string ServerVersion, IReadOnlyList<string> Databases, IReadOnlyList<string> Refused, long Unreadable, string? FirstUnreadable)
{
    /// <summary>How many tables are under row-level security for it: a reading of their rows is refused (42501). 0 where only catalogs are to be read.</summary>
    public long RowSecured { get; init; }

    /// <summary>The first of them, as <c>database.schema.name</c>; null where there is none.</summary>
    public string? FirstRowSecured { get; init; }

    /// <summary>Of the tables that were asked for by name, those that are in no database of the instance. What lies in a database that refused the login is not among them.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];
}
