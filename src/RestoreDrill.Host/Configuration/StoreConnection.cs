namespace RestoreDrill.Host.Configuration;

/// <summary>The connection string of RestoreDrill's own store. It may hold a password, so it does not print itself.</summary>
internal sealed class StoreConnection(string connectionString, string where)
{
    /// <summary>The connection string, for the one call that needs it.</summary>
    public string Reveal() => connectionString;

    /// <summary>Host, port and database, without user and password.</summary>
    public override string ToString() => where;
}
