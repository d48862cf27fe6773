namespace RestoreDrill.Host.Service.Jobs;

/// <summary>A job that cannot be done however often it is tried; the job fails at once.</summary>
internal sealed class JobRefusedException(string message) : Exception(message);
