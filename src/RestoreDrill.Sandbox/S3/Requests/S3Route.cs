namespace RestoreDrill.Sandbox.S3.Requests;

/// <summary>What makes a request one of an operation: method, level and the parameter that names a part of a bucket or object.</summary>
/// <param name="Method">Of HTTP.</param>
/// <param name="Level">What the path names.</param>
/// <param name="Part">Such as <c>policy</c>; null for the bucket, the object or the list itself.</param>
internal sealed record S3Route(string Method, S3Level Level, string? Part = null)
{
    /// <summary>The parameters that the operation reads beside <see cref="Part"/>. One with another is not this operation's.</summary>
    public IReadOnlyList<string> Parameters { get; init; } = [];

    // What some SDKs add for those who read logs.
    private const string OperationHint = "x-id";

    public bool Matches(string method, S3Address address, IQueryCollection query) =>
        method == Method && LevelOf(address) == Level && (Part is null || query.ContainsKey(Part))
        && query.Keys.All(name => name == Part || name == OperationHint || Parameters.Contains(name));

    public static S3Level LevelOf(S3Address address) =>
        address.Bucket is null ? S3Level.Service : address.Key is null ? S3Level.Bucket : S3Level.Object;
}
