namespace RestoreDrill.Core.Reading;

/// <summary>How far the read-only login of a source gets.</summary>
/// <param name="ServerVersion">PostgreSQL's <c>server_version</c>, for example <c>15.18</c>.</param>
/// <param name="Databases">The databases that it entered.</param>
/// <param name="Refused">Databases that take connections but not its own, each with the server's words.</param>
/// <param name="Unreadable">How many relations with rows it may not read; 0 where only catalogs are to be read.</param>
/// <param name="FirstUnreadable">The first of them, as <c>database.schema.name</c>; null where there is none.</param>
public sealed record SourceAccess(
    string ServerVersion, IReadOnlyList<string> Databases, IReadOnlyList<string> Refused, long Unreadable, string? FirstUnreadable);
