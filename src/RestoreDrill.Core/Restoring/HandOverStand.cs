namespace RestoreDrill.Core.Restoring;

/// <summary>How far an emergency restore is with handing its instance over.</summary>
public sealed record HandOverStand
{
    /// <summary>When the instance was seen under its real parameter group; null: it is not.</summary>
    public DateTimeOffset? HandedOverAt { get; init; }

    /// <summary>Why it is not handed over, a clause; null: it is, or nothing stands in the way so far.</summary>
    public string? Problem { get; init; }

    /// <summary>Where the master password is, in words; null: it was not delivered.</summary>
    public string? PasswordIn { get; init; }

    /// <summary>Why the master password was not delivered, a clause; null: it was, or it did not come so far.</summary>
    public string? PasswordProblem { get; init; }

    /// <summary>The instance's parameter group as AWS showed it at the end; null: it was not looked at, or AWS did not say.</summary>
    public string? ParameterGroup { get; init; }

    /// <summary>Whether the instance was looked for and is not there any more.</summary>
    public bool IsGone { get; init; }
}
