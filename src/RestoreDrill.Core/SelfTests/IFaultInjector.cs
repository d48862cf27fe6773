using RestoreDrill.Core.Reading;

namespace RestoreDrill.Core.SelfTests;

/// <summary>
/// Damages scratch instances, and nothing else: it takes no login, only an <see cref="OwnScratch"/>. A connection that breaks throws
/// <see cref="InstanceUnreachableException"/>.
/// </summary>
public interface IFaultInjector
{
    /// <summary>Finds objects of one database that a fault can be done to. What has to be tried for that is rolled back.</summary>
    /// <param name="scratch">The scratch instance.</param>
    /// <param name="database">The database.</param>
    /// <param name="fault">The fault.</param>
    /// <param name="tables">For a fault that needs rows, the tables to choose from, the best first.</param>
    /// <param name="cancellationToken">Ends the statement under way on the server.</param>
    Task<FaultSearch> FindAsync(OwnScratch scratch, string database, Fault fault, IReadOnlyList<RelationName> tables, CancellationToken cancellationToken);

    /// <summary>Does a fault, in one transaction where PostgreSQL lets it be done in one.</summary>
    /// <returns>Why it was not done; null: it was.</returns>
    Task<string?> DamageAsync(OwnScratch scratch, FaultTarget target, CancellationToken cancellationToken);
}
