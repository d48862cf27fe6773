using RestoreDrill.Core.Watching;

namespace RestoreDrill.Core.Tests.Watching;

/// <summary>Incidents in memory, once per key.</summary>
internal sealed class MemoryIncidents : IIncidentLog
{
    public List<Incident> Recorded { get; } = [];

    public Task<bool> RecordAsync(Incident incident, CancellationToken cancellationToken)
    {
        var isNew = Recorded.TrueForAll(known => known.Key != incident.Key);
        if (isNew)
        {
            Recorded.Add(incident);
        }

        return Task.FromResult(isNew);
    }

    public Task<IReadOnlyList<Incident>> ListIncidentsAsync(int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Incident>>([.. Recorded.AsEnumerable().Reverse().Take(limit)]);
}
