namespace RestoreDrill.Core.GuardRails;

/// <summary>Looks at the guard rails. A question that cannot be answered is an answer: nothing here fails but by being cancelled.</summary>
public interface IGuardRails
{
    /// <summary>The accounts' guard rails, then those of each of these databases.</summary>
    Task<IReadOnlyList<GuardRailAnswer>> LookAsync(IReadOnlyCollection<string> databases, CancellationToken cancellationToken);
}
