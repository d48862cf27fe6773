using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Watching;

/// <summary>Where incidents are kept. Every member throws <see cref="StoreUnavailableException"/> when the store cannot be reached.</summary>
public interface IIncidentLog
{
    /// <summary>Records an incident, once per <see cref="Incident.Key"/>.</summary>
    /// <returns>Whether it is new.</returns>
    Task<bool> RecordAsync(Incident incident, CancellationToken cancellationToken);

    /// <summary>Incidents, newest first.</summary>
    /// <param name="limit">At most so many, 1 to 10,000.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    Task<IReadOnlyList<Incident>> ListIncidentsAsync(int limit, CancellationToken cancellationToken);
}
