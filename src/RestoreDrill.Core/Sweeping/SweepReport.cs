namespace RestoreDrill.Core.Sweeping;

/// <summary>What a sweep found.</summary>
/// <param name="Found">Instances with this installation's scratch prefix.</param>
/// <param name="Removed">Of these, whose removal was asked for.</param>
/// <param name="Left">Of these, that should go but were only reported.</param>
public sealed record SweepReport(int Found, int Removed, int Left);
