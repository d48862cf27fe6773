namespace RestoreDrill.Core.Runs;

/// <summary>Our store's tables are missing, older than this program, or newer; says which, and what to do about it.</summary>
public sealed class StoreSchemaException(string message, Exception? inner = null) : Exception(message, inner);
