namespace RestoreDrill.Core.Reading;

/// <summary>A relation of one database of the instance.</summary>
/// <param name="Database">The database's name, unquoted.</param>
/// <param name="Schema">The schema's name, unquoted.</param>
/// <param name="Name">The relation's name, unquoted.</param>
public sealed record RelationName(string Database, string Schema, string Name)
{
    /// <summary>By database, schema and name, each compared byte by byte.</summary>
    public static IComparer<RelationName> Order { get; } = Comparer<RelationName>.Create(static (left, right) =>
    {
        var byDatabase = string.CompareOrdinal(left.Database, right.Database);
        var bySchema = byDatabase != 0 ? byDatabase : string.CompareOrdinal(left.Schema, right.Schema);
        return bySchema != 0 ? bySchema : string.CompareOrdinal(left.Name, right.Name);
    });

    /// <summary>The large objects of a database, read through <c>pg_catalog.pg_largeobject</c>.</summary>
    public static RelationName LargeObjects(string database) => new(database, "pg_catalog", "pg_largeobject");

    /// <summary><c>database.schema.table</c>, as the configuration writes it.</summary>
    public override string ToString() => $"{Database}.{Schema}.{Name}";
}
