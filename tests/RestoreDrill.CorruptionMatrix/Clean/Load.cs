using System.Globalization;
using Npgsql;
using RestoreDrill.CorruptionMatrix.Sites;

namespace RestoreDrill.CorruptionMatrix.Clean;

/// <summary>Does a disturbance to the source until it is told to stop.</summary>
internal sealed class Load(Site site, Random random)
{
    private int _round;

    /// <summary>Ends when cancelled, after the whole of a round. A connection that a crash breaks is opened again.</summary>
    public async Task DisturbAsync(Disturbance disturbance, CancellationToken ct)
    {
        // Some time before the snapshot, some time after it: the moment is not ours to know.
        var crash = disturbance.Crashes ? CrashAsync() : Task.CompletedTask;
        while (!ct.IsCancellationRequested && disturbance.Statements.Count > 0)
        {
            await RoundAsync(disturbance);
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(20, 200)), TimeProvider.System, CancellationToken.None);
        }

        await crash;
    }

    private async Task RoundAsync(Disturbance disturbance)
    {
        _round++;
        try
        {
            await using var connection = new NpgsqlConnection(SampleDatabase.AppConnection(await site.Cloud.MasterAsync(Site.Instance)).ConnectionString);
            await connection.OpenAsync();
            foreach (var statement in disturbance.Statements)
            {
                var numbered = statement.Replace("{n}", _round.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                    .Replace("{year}", (2100 + _round).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
                await using var command = new NpgsqlCommand(numbered, connection);
                await command.ExecuteNonQueryAsync();
            }
        }
        catch (NpgsqlException broken) when (disturbance.Crashes && broken is not PostgresException { IsTransient: false })
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, CancellationToken.None);
        }
    }

    private async Task CrashAsync()
    {
        await Task.Delay(TimeSpan.FromMilliseconds(random.Next(200, 2500)), TimeProvider.System, CancellationToken.None);
        await site.Sandbox.Control.CrashAsync(Site.Instance, "source", CancellationToken.None);
    }
}
