namespace RestoreDrill.Verification;

/// <summary>Limits of reading a restored instance.</summary>
public sealed record ReaderOptions
{
    /// <summary>How long connecting may take, TLS and password included; 15 seconds unless set.</summary>
    public TimeSpan ConnectLimit { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long one statement that reads a relation, or a range of it, may take; 6 hours unless set. A relation that takes longer is not judged.</summary>
    public TimeSpan StatementLimit { get; init; } = TimeSpan.FromHours(6);

    /// <summary>How long one statement on the catalogs, or one that earns a right, may take; 5 minutes unless set.</summary>
    public TimeSpan CatalogLimit { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How much longer than a statement's limit, which the server enforces, the driver waits before it takes the server for gone; 60 seconds unless set. TCP
    /// keepalives notice most such cases earlier.
    /// </summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// The size of a relation's first range, and of the largest relation that is read in one statement; 64 MiB unless set: a fraction of a second from
    /// memory, some seconds from a volume that is being loaded.
    /// </summary>
    public long FirstRangeBytes { get; init; } = 64L << 20;

    /// <summary>How long a statement waits for a lock, which on a scratch instance only a restored prepared transaction can hold; 30 seconds unless set.</summary>
    public TimeSpan LockLimit { get; init; } = TimeSpan.FromSeconds(30);
}
