namespace RestoreDrill.Core.Restoring;

/// <summary>How far an emergency restore is with handing its instance over.</summary>
public sealed record HandOverStand
{
    /// <summary>When the instance was seen under its real parameter group; null: it is not.</summary>
    public DateTimeOffset? HandedOverAt { get; init; }

    /// <summary>Why it is not handed over; null: it is, or nothing stands in the way so far.</summary>
    public string? Problem { get; init; }

    /// <summary>Where the master password is, in words; null: it was not delivered.</summary>
    public string? PasswordIn { get; init; }
}
