namespace RestoreDrill.Core.Terraform;

/// <summary>Which of a plan's lists a change stands in.</summary>
internal enum ChangeList
{
    /// <summary><c>resource_changes</c>: what apply does.</summary>
    Planned,

    /// <summary><c>resource_drift</c>: what Terraform found changed outside of it when it refreshed.</summary>
    Drift,

    /// <summary><c>deferred_changes</c>: what a later plan does.</summary>
    Deferred,
}
