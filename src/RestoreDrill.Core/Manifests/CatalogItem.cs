namespace RestoreDrill.Core.Manifests;

/// <summary>One thing that a catalog says: an object, or a property of the instance.</summary>
/// <param name="Kind">What it is, one of <see cref="CatalogKinds"/>.</param>
/// <param name="Name">Its name within the database and kind, as PostgreSQL quotes it, for example <c>public.students</c> or <c>public."Pupil"</c>.</param>
/// <param name="Value">
/// Everything about it that a physical copy keeps, as one text that does not depend on who asks. Never a secret: no password, no connection string, no option
/// of a user mapping.
/// </param>
/// <param name="Version">
/// Changes whenever the object's catalog row is written: equal at two readings, the object was neither altered nor made anew in between. Null where
/// unknown. Only compared between two readings of one source, never with a copy.
/// </param>
public sealed record CatalogItem(string Kind, string Name, string Value, string? Version = null);
