using RestoreDrill.Core.Facts;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Restoring;

namespace RestoreDrill.Host.Composition;

/// <summary>What an emergency restore works with: one account in one session, and nothing that can be missing on the worst day.</summary>
/// <param name="Account">The vault account, in the role that a person takes on.</param>
/// <param name="Facts">The bucket of facts, in the same session; null: none is configured.</param>
/// <param name="Readers">Read restored instances; the source is out of their reach.</param>
internal sealed record EmergencyPorts(IEmergencyAccount Account, IFactStore? Facts, DatabaseReaders Readers) : IDisposable
{
    public void Dispose() => (Account as IDisposable)?.Dispose();
}
