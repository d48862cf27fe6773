namespace RestoreDrill.Core.Facts;

/// <summary>Something that is not as it should be among the facts of a copy.</summary>
/// <param name="Kind">What.</param>
/// <param name="Key">The object's key, as it lies in the store.</param>
/// <param name="Reason">In one clause.</param>
/// <param name="StoredAt">When what the problem is about came into the store.</param>
public sealed record FactProblem(FactProblemKind Kind, string Key, string Reason, DateTimeOffset StoredAt)
{
    /// <summary>Whether a fact may be behind it that nobody can read now.</summary>
    public bool HidesFact => Kind is FactProblemKind.Altered or FactProblemKind.Unreadable or FactProblemKind.Misplaced;

    public override string ToString() => $"{Key}: {Reason}";
}
