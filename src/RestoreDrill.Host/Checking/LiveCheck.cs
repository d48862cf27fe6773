namespace RestoreDrill.Host.Checking;

/// <summary>One look at an account or at the store.</summary>
/// <param name="Name">What was looked at, stable, for example <c>vault-role</c>.</param>
/// <param name="State">What it gave.</param>
/// <param name="Detail">What was found.</param>
/// <param name="Next">What to do; null where all is well.</param>
/// <param name="IsSafetyRule">Whether a safety rule refuses what was found.</param>
internal sealed record LiveCheck(string Name, LiveState State, string Detail, string? Next = null, bool IsSafetyRule = false)
{
    public static LiveCheck Ok(string name, string detail) => new(name, LiveState.Ok, detail);

    public static LiveCheck Problem(string name, string detail, string next) => new(name, LiveState.Problem, detail, next);

    public static LiveCheck Warning(string name, string detail, string next) => new(name, LiveState.Warning, detail, next);

    public static LiveCheck NotChecked(string name, string why) => new(name, LiveState.NotChecked, "not checked: " + why);
}
