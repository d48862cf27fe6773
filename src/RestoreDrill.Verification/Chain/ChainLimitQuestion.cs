using System.Globalization;
using Npgsql;
using RestoreDrill.Core.Reading;
using RestoreDrill.Verification.Sessions;

namespace RestoreDrill.Verification.Chain;

/// <summary>Asks for the transaction before which all rows were made that came with a copy.</summary>
internal static class ChainLimitQuestion
{
    public static async Task<(ulong? Limit, string? Problem)> AskAsync(SessionOpener opener, InstanceLogin login, CancellationToken ct)
    {
        await using var session = await opener.OpenEntranceAsync(login, SessionPurpose.Listing, ct);
        try
        {
            // As epoch:xid.
            var next = (await session.RowsAsync(
                "asking for the next transaction of the latest checkpoint", "SELECT next_xid FROM pg_control_checkpoint()", static row => row.GetString(0), ct))[0];
            var parts = next.Split(':');
            return ((ulong.Parse(parts[0], CultureInfo.InvariantCulture) << 32) | uint.Parse(parts[1], CultureInfo.InvariantCulture), null);
        }
        catch (PostgresException e)
        {
            return (null, $"the server does not tell the next transaction of its latest checkpoint: {ServerWords.Of(e)}");
        }
    }
}
