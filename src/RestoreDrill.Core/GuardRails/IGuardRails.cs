namespace RestoreDrill.Core.GuardRails;

/// <summary>Looks at the guard rails. A question that cannot be answered is an answer: nothing here fails but by being cancelled.</summary>
public interface IGuardRails
{
    /// <summary>The accounts' guard rails, then those of each of these databases.</summary>
    Task<IReadOnlyList<GuardRailAnswer>> LookAsync(IReadOnlyCollection<string> databases, CancellationToken cancellationToken);

    /// <summary>These of the accounts' guard rails; one that is not configured has no answer.</summary>
    Task<IReadOnlyList<GuardRailAnswer>> LookAtAsync(IReadOnlyCollection<GuardRail> rails, CancellationToken cancellationToken);
}
