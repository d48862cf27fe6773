namespace RestoreDrill.Sandbox.S3.Locks;

/// <summary>The retention that a bucket gives to objects put without one.</summary>
/// <param name="Mode"><see cref="Retention.Governance"/> or <see cref="Retention.Compliance"/>.</param>
/// <param name="Days">Its length; null where it is in years.</param>
/// <param name="Years">Its length; null where it is in days.</param>
internal sealed record DefaultRetention(string Mode, int? Days, int? Years)
{
    public Retention From(DateTimeOffset now) => new(Mode, Days is { } days ? now.AddDays(days) : now.AddYears(Years!.Value));
}
