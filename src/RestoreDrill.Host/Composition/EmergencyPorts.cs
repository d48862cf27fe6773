using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Facts;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Restoring;

namespace RestoreDrill.Host.Composition;

/// <summary>What an emergency restore works with: what one session of a person reaches, and nothing that can be missing on the worst day.</summary>
/// <param name="Vault">The vault account, in the role that a person takes on.</param>
/// <param name="Other">The account that is restored in where the configuration names another one, in the role that the first one's session takes on; null: it names none.</param>
/// <param name="Facts">The bucket of facts, in the same session; null: none is configured.</param>
/// <param name="Readers">Read restored instances; the source is out of their reach.</param>
internal sealed record EmergencyPorts(IEmergencyAccount Vault, IRestoringAccount? Other, IFactStore? Facts, DatabaseReaders Readers) : IDisposable
{
    public void Dispose()
    {
        (Other as IDisposable)?.Dispose();
        (Vault as IDisposable)?.Dispose();
    }
}
