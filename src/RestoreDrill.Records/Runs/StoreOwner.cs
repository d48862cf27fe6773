using Npgsql;
using RestoreDrill.Core.Installation;
using RestoreDrill.Records.Access;

namespace RestoreDrill.Records.Runs;

/// <summary>Which installation the store belongs to.</summary>
internal static class StoreOwner
{
    internal static async Task<InstallationId> ClaimAsync(NpgsqlConnection connection, InstallationId installation, CancellationToken cancellationToken)
    {
        await using var claim = new NpgsqlCommand("insert into restoredrill.installation (id) values (@id) on conflict do nothing", connection);
        claim.WithText("id", installation.Value);
        await claim.ExecuteNonQueryAsync(cancellationToken);
        await using var ask = new NpgsqlCommand("select id from restoredrill.installation", connection);
        return InstallationId.Parse((string)(await ask.ExecuteScalarAsync(cancellationToken))!);
    }
}
