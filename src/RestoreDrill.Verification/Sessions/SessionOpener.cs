using Npgsql;
using RestoreDrill.Core.Reading;

namespace RestoreDrill.Verification.Sessions;

/// <summary>Opens sessions: TLS fully verified, settings pinned, not pooled.</summary>
internal sealed class SessionOpener(ReaderOptions options, TimeProvider time)
{
    // Every instance has one of them; RDS makes "postgres" in each.
    private static readonly string[] Entrances = ["postgres", "template1"];

    // The server notices only some time after a session was closed that it is gone: until then it counts against a database's CONNECTION LIMIT 1.
    private const int TriesAtLimit = 10;
    private static readonly TimeSpan PauseAtLimit = TimeSpan.FromMilliseconds(200);

    public static int Seconds(TimeSpan limit) => (int)Math.Clamp(Math.Ceiling(limit.TotalSeconds), 1, int.MaxValue);

    /// <summary>A session in the instance's own database, for what concerns the whole instance.</summary>
    public async Task<Session> OpenEntranceAsync(InstanceLogin login, SessionPurpose purpose, CancellationToken ct)
    {
        try
        {
            return await OpenAsync(login, Entrances[0], purpose, ct);
        }
        catch (InstanceUnreachableException e) when (ServerWords.IsAboutDatabase(e))
        {
            return await OpenAsync(login, Entrances[1], purpose, ct);
        }
    }

    /// <summary>A session in a database.</summary>
    /// <exception cref="InstanceUnreachableException">It could not be opened.</exception>
    public Task<Session> OpenAsync(InstanceLogin login, string database, SessionPurpose purpose, CancellationToken ct) =>
        OpenAsync(login, database, purpose, purpose is SessionPurpose.Reading ? options.StatementLimit : options.CatalogLimit, ct);

    /// <summary>A session whose statements have a limit of their own.</summary>
    /// <exception cref="InstanceUnreachableException">It could not be opened.</exception>
    public async Task<Session> OpenAsync(InstanceLogin login, string database, SessionPurpose purpose, TimeSpan statementLimit, CancellationToken ct)
    {
        var builder = Describe(login, database, new SessionSettings(purpose, statementLimit, options.LockLimit));
        var session = await ConnectPatientlyAsync(login, builder, statementLimit, ct);
        // The server's encoding is known only once connected; nearly always it is UTF8 and this was the only connection.
        var encoding = session.Connection.PostgresParameters.GetValueOrDefault("server_encoding", TextEncoding.Utf8);
        if (encoding != TextEncoding.Utf8)
        {
            await session.DisposeAsync();
            builder.ClientEncoding = encoding;
            builder.Encoding = TextEncoding.DotnetName(encoding);
            session = await ConnectPatientlyAsync(login, builder, statementLimit, ct);
        }
        return session;
    }

    private NpgsqlConnectionStringBuilder Describe(InstanceLogin login, string database, SessionSettings settings) => new()
    {
        Host = login.Host,
        Port = login.Port,
        Username = login.User,
        Password = login.Password?.Reveal(),
        Database = database,
        SslMode = SslMode.VerifyFull,
        RootCertificate = login.RootCertificate,
        GssEncryptionMode = GssEncryptionMode.Disable,
        Options = settings.ToOptions(),
        Timezone = "UTC",
        ClientEncoding = TextEncoding.Utf8,
        // A pool would keep the password and sessions of an instance that is gone.
        Pooling = false,
        Enlist = false,
        ApplicationName = "restoredrill",
        Timeout = Math.Min(Seconds(options.ConnectLimit), 1024),
        CancellationTimeout = 10_000,
        TcpKeepAlive = true,
        TcpKeepAliveTime = 30,
        TcpKeepAliveInterval = 10,
    };

    private async Task<Session> ConnectPatientlyAsync(InstanceLogin login, NpgsqlConnectionStringBuilder builder, TimeSpan statementLimit, CancellationToken ct)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await ConnectAsync(login, builder, statementLimit, ct);
            }
            catch (InstanceUnreachableException e) when (tries < TriesAtLimit && ServerWords.IsLimitOfDatabase(e.InnerException))
            {
                await Task.Delay(PauseAtLimit, time, ct);
            }
        }
    }

    private async Task<Session> ConnectAsync(InstanceLogin login, NpgsqlConnectionStringBuilder builder, TimeSpan statementLimit, CancellationToken ct)
    {
        var described = new NpgsqlDataSourceBuilder(builder.ConnectionString);
        // What the driver needs of the catalogs is built in; a damaged catalog must not keep a session from opening.
        described.ConfigureTypeLoading(static types => types.EnableTypeLoading(false));
        if (login.PasswordOfConnection is { } make)
        {
            described.UsePasswordProvider(
                static _ => throw new NotSupportedException("Connections are opened asynchronously."), async (_, token) => (await make(token)).Reveal());
        }

        var source = described.Build();
        try
        {
            var connection = await source.OpenConnectionAsync(ct);
            return new Session(login, builder.Database!, source, connection, statementLimit + options.Patience);
        }
        catch (Exception e)
        {
            await source.DisposeAsync();
            if (ct.IsCancellationRequested)
            {
                throw new OperationCanceledException($"Cancelled while connecting to {login.Host}:{login.Port}.", e, ct);
            }
            // The driver wraps what the making of a password throws.
            if (e.InnerException is InstanceUnreachableException without)
            {
                throw new InstanceUnreachableException(without.Message, without.SqlState, e);
            }
            // At this point whatever the server says is a refusal.
            if (e is PostgresException || Unreachable.IsBroken(e))
            {
                throw Unreachable.Opening(login, builder.Database!, e);
            }
            throw;
        }
    }
}
