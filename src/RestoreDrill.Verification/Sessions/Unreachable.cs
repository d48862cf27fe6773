using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using Npgsql;
using RestoreDrill.Core.Reading;

namespace RestoreDrill.Verification.Sessions;

/// <summary>Tells a person why an instance could not be reached. Never holds the password.</summary>
internal static class Unreachable
{
    /// <summary>Whether the exception is the network's, TLS's or the driver's, and so says nothing about what was asked.</summary>
    public static bool IsBroken(Exception error) =>
        error is (NpgsqlException and not PostgresException) or SocketException or IOException or TimeoutException or AuthenticationException
            or CryptographicException
        || error is PostgresException e && ServerWords.EndsTheSession(e);

    public static InstanceUnreachableException Opening(InstanceLogin login, string database, Exception error) =>
        Because($"Connecting to {Place(login, database)} over TLS failed", login, error);

    public static InstanceUnreachableException During(InstanceLogin login, string database, string what, Exception error) =>
        Because($"The connection to {Place(login, database)} broke while {what}", login, error);

    private static InstanceUnreachableException Because(string what, InstanceLogin login, Exception error)
    {
        var state = (error as PostgresException)?.SqlState;
        var came = error is PostgresException e ? $"the server answered {ServerWords.Of(e)}" : Innermost(error);
        return new InstanceUnreachableException($"{what}: {came.TrimEnd('.')}. {Next(login, error, state)}", state, error);
    }

    private static string Place(InstanceLogin login, string database) => $"database \"{database}\" at {login.Host}:{login.Port} as user \"{login.User}\"";

    private static string Innermost(Exception error) =>
        error.GetBaseException() is var inner && inner.Message != error.Message ? $"{error.Message.TrimEnd('.')} ({inner.Message})" : error.Message;

    private static string Next(InstanceLogin login, Exception error, string? state) => state switch
    {
        PostgresErrorCodes.InvalidPassword => "The server has another password for this login. Of a scratch instance's master: a new one takes effect some time after ModifyDBInstance answers; try again, then set a new one. Of a source's login: correct the password that the configuration names.",
        PostgresErrorCodes.CannotConnectNow => "The server is starting or recovering. Try again in a moment.",
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown => "The server was stopped or restarted. Nothing of this reading counts. Try again when it is available.",
        PostgresErrorCodes.DiskFull => "The volume of the scratch instance is full. Restore with more allocated storage.",
        PostgresErrorCodes.TooManyConnections when ServerWords.IsLimitOfDatabase(error) =>
            "The database's own limit of connections came with the copy (datconnlimit). To have it verified, raise it at the source: ALTER DATABASE ... CONNECTION LIMIT -1.",
        PostgresErrorCodes.TooManyConnections => "All connections that the server, or this login (rolconnlimit), may have are taken. Of a source: it is busy, or Reader:Connections is more than the login may have; try again, or raise the limit. Of a scratch instance: nobody but the drill should be connected to it.",
        PostgresErrorCodes.InvalidCatalogName => "There is no such database on this server. Correct its name where the configuration names it, as Checks do; one that was there when databases were listed was dropped since.",
        not null => "Nothing of this reading counts.",
        null when Find<AuthenticationException>(error) is not null || Find<CryptographicException>(error) is not null =>
            $"The server's certificate has to name {login.Host} and be issued by the authority in {login.RootCertificate}; for RDS that is AWS's bundle of the region.",
        null when Find<FileNotFoundException>(error) is not null || Find<DirectoryNotFoundException>(error) is not null =>
            $"The configured root certificate {login.RootCertificate} has to exist.",
        null when Find<SocketException>(error) is not null => "Check that the instance is available, and that its security group and subnets let this machine in.",
        _ => "Nothing of this reading counts. Try again.",
    };

    private static T? Find<T>(Exception? error)
        where T : Exception
    {
        for (; error is not null; error = error.InnerException)
        {
            if (error is T found)
            {
                return found;
            }
        }
        return null;
    }
}
