namespace RestoreDrill.Records.Schema;

/// <summary>The store's tables are missing, older or newer than this program, or were changed by hand. Trying again does not help.</summary>
public sealed class SchemaException(string message, Exception? inner = null) : Exception(message, inner);
