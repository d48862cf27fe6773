using RestoreDrill.EndToEnd.Tests.Setting;

namespace RestoreDrill.Soak;

/// <summary>Kills the store's PostgreSQL now and then, and starts it again at once.</summary>
internal sealed class StoreStorms(OwnStore store, Random random)
{
    public int Kills { get; private set; }

    public async Task BlowAsync(CancellationToken ct)
    {
        while (await Pause.UnlessCancelledAsync(TimeSpan.FromSeconds(20 + (random.NextDouble() * 25)), ct))
        {
            await store.KillAsync();
            await store.StartAgainAsync();
            Kills++;
        }
    }
}
