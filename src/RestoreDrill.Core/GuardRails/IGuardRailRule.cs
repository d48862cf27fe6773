namespace RestoreDrill.Core.GuardRails;

/// <summary>How one guard rail is checked.</summary>
internal interface IGuardRailRule
{
    GuardRail Rail { get; }

    /// <exception cref="Cloud.CloudException">AWS refuses, or does not answer: then nothing is known.</exception>
    /// <exception cref="FormatException">A policy cannot be read: then nothing is known.</exception>
    Task<GuardRailAnswer> AskAsync(CancellationToken cancellationToken);
}
