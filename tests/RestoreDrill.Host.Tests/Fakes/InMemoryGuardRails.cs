using RestoreDrill.Core.GuardRails;

namespace RestoreDrill.Host.Tests.Fakes;

/// <summary>Guard rails that all hold, but for those that a test breaks.</summary>
internal sealed class InMemoryGuardRails : IGuardRails
{
    /// <summary>Answers that are given instead of the ones that hold, by guard rail.</summary>
    public Dictionary<string, GuardRailAnswer> Answers { get; } = [];

    public Task<IReadOnlyList<GuardRailAnswer>> LookAsync(IReadOnlyCollection<string> databases, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<GuardRailAnswer>>([.. GuardRailCatalog.All.Select(rail => Answers.GetValueOrDefault(rail.Id) ?? GuardRailAnswer.Holds(rail, "as it should"))]);
}
