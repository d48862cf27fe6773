using RestoreDrill.Core.Reading;

namespace RestoreDrill.Core.Manifests;

/// <summary>
/// Reads the catalogs of a source or of a restored instance: the same questions, asked by whatever login, with answers that do not depend on who
/// asks. Read only, changes nothing, takes no lock that a writer could notice. A connection that breaks throws <see cref="InstanceUnreachableException"/>;
/// what the server says about a question, or about a database that does not let us in, is part of the answer.
/// </summary>
public interface ICatalogReader
{
    /// <summary>The catalogs that all databases share: databases, roles, memberships, settings of roles and databases, tablespaces, the cluster's own constants.</summary>
    Task<DatabaseCatalog> ReadSharedAsync(InstanceLogin login, CancellationToken cancellationToken);

    /// <summary>The catalogs of one database.</summary>
    Task<DatabaseCatalog> ReadAsync(InstanceLogin login, string database, CancellationToken cancellationToken);
}
