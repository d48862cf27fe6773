using RestoreDrill.Core.Watching;

namespace RestoreDrill.Host.Status;

/// <summary>What happened outside of runs lately.</summary>
/// <param name="Latest">The newest, newest first.</param>
/// <param name="LeftOut">How many more there are of the last <see cref="Days"/> days.</param>
internal sealed record IncidentStatus(IReadOnlyList<IncidentDocument> Latest, int LeftOut)
{
    public const int Days = 7;

    private const int Shown = 10;

    /// <summary>What is shown of all incidents, newest first.</summary>
    public static IncidentStatus Of(IReadOnlyList<Incident> incidents, DateTimeOffset now)
    {
        var lately = incidents.Where(incident => now - incident.At <= TimeSpan.FromDays(Days)).ToList();
        return new IncidentStatus([.. lately.Take(Shown).Select(IncidentDocument.Of)], Math.Max(0, lately.Count - Shown));
    }
}
