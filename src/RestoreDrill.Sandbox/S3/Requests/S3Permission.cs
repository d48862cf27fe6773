namespace RestoreDrill.Sandbox.S3.Requests;

/// <summary>A permission that a call needs (service authorization reference, "Actions, resources, and condition keys for Amazon S3").</summary>
/// <param name="Action">Without the prefix, for example <c>PutObject</c>.</param>
/// <param name="Key">The object; null for the bucket.</param>
/// <param name="Keys">Condition keys of this action.</param>
internal sealed record S3Permission(string Action, string? Key, params IReadOnlyList<(string Key, string[] Values)> Keys);
