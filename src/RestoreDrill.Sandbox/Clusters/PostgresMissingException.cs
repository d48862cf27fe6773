namespace RestoreDrill.Sandbox.Clusters;

/// <summary>This machine lacks what a cluster needs: server programs, or a user to run them as. The message says what to install.</summary>
public sealed class PostgresMissingException(string message) : Exception(message);
