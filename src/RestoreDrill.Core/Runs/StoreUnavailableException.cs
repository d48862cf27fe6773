namespace RestoreDrill.Core.Runs;

/// <summary>RestoreDrill's own PostgreSQL store cannot be reached or cannot answer now. Transient: the same call may succeed later.</summary>
public sealed class StoreUnavailableException(string message, Exception inner) : Exception(message, inner);
