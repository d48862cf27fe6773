namespace RestoreDrill.Core.Protection;

/// <summary>The read-only login with which a copy run reads the source, and how gently. Never the master user.</summary>
public sealed record SourceReaderOptions
{
    /// <summary>The login. It needs CONNECT on every database, and to read rows <c>pg_read_all_data</c>.</summary>
    public required string User { get; init; }

    /// <summary>Path of the file that holds its password, read each time it is needed; null: by IAM database authentication, in the source role.</summary>
    public required string? PasswordFile { get; init; }

    /// <summary>PEM file of the certificate authority that signs RDS's server certificates in the source's region.</summary>
    public required string RootCertificate { get; init; }

    /// <summary>What is read; <see cref="SourceReading.Catalog"/> unless set.</summary>
    public SourceReading Reads { get; init; } = SourceReading.Catalog;

    /// <summary>
    /// Endpoint of a read replica from which rows are read instead; null: from the source. Catalogs, relations and limits are always taken from the source. An
    /// instance's own endpoint: behind one for many, each connection could meet another server.
    /// </summary>
    public string? ReplicaHost { get; init; }

    /// <summary>The replica's port; 5432 unless set.</summary>
    public int ReplicaPort { get; init; } = 5432;

    /// <summary>How many connections read rows at once; 1 unless set.</summary>
    public int Connections { get; init; } = 1;

    /// <summary>The share of the time that a connection works, above 0 to 1; 0.5 unless set.</summary>
    public double DutyCycle { get; init; } = 0.5;

    /// <summary>How long one statement, and with it a transaction, should take; it is ended after ten times as long. 2 seconds unless set.</summary>
    public TimeSpan Statement { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a statement waits for a lock; 1 second unless set.</summary>
    public TimeSpan LockWait { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a reading of all rows may take; what is missing then is not judged. 2 hours unless set.</summary>
    public TimeSpan Budget { get; init; } = TimeSpan.FromHours(2);

    /// <summary>
    /// Of at most so many groups of blocks a count and a sum are kept, over the whole instance; larger instances have larger groups. A group takes some 10 bytes.
    /// 4 million unless set.
    /// </summary>
    public int Groups { get; init; } = 4_000_000;
}
