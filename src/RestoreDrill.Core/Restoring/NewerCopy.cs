using RestoreDrill.Core.Facts;

namespace RestoreDrill.Core.Restoring;

/// <summary>A copy of newer data than the planned one.</summary>
/// <param name="Name">Its name.</param>
/// <param name="DataTime">The moment of its data.</param>
/// <param name="Standing">What it is worth.</param>
/// <param name="Reason">Why, in one sentence.</param>
public sealed record NewerCopy(string Name, DateTimeOffset? DataTime, CopyStanding Standing, string Reason);
