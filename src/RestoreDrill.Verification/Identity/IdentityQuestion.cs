using System.Globalization;
using Npgsql;
using RestoreDrill.Core.Reading;
using RestoreDrill.Verification.Sessions;

namespace RestoreDrill.Verification.Identity;

/// <summary>Which cluster answers: its version, and the identifier it got when it was made and keeps in every physical copy.</summary>
internal static class IdentityQuestion
{
    private const string What = "asking which cluster this is";

    public static async Task<InstanceIdentity> AskAsync(SessionOpener opener, InstanceLogin login, CancellationToken ct)
    {
        await using var session = await opener.OpenEntranceAsync(login, SessionPurpose.Listing, ct);
        var version = await session.RowsAsync(What, "SELECT current_setting('server_version_num')", static row => row.GetString(0), ct);
        var number = int.Parse(version[0], CultureInfo.InvariantCulture);
        try
        {
            var identifier = await session.RowsAsync(
                What, "SELECT system_identifier::text FROM pg_catalog.pg_control_system()", static row => row.GetString(0), ct);
            return new InstanceIdentity(number, identifier[0]);
        }
        catch (PostgresException e)
        {
            return new InstanceIdentity(number, null, $"pg_control_system() was refused: {ServerWords.Of(e)}");
        }
    }
}
