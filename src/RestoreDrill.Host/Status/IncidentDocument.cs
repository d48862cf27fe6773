using RestoreDrill.Core.Watching;

namespace RestoreDrill.Host.Status;

/// <summary>An incident, for machines.</summary>
internal sealed record IncidentDocument(DateTimeOffset At, IncidentKind Kind, string Subject, string? Database, string? Run, string Message)
{
    public static IncidentDocument Of(Incident incident) =>
        new(incident.At, incident.Kind, incident.Subject, incident.Database, incident.Run?.Value, incident.Message);
}
