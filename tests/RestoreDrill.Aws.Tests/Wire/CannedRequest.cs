namespace RestoreDrill.Aws.Tests.Wire;

/// <summary>A call as it arrived.</summary>
/// <param name="Service">From the signature's scope: <c>rds</c>, <c>sts</c>, <c>kms</c>, <c>backup</c> or <c>s3</c>.</param>
/// <param name="Action">The operation's name.</param>
/// <param name="Form">The parameters of a query call.</param>
/// <param name="AccessKey">Who signed.</param>
/// <param name="Body">The body as sent.</param>
internal sealed record CannedRequest(string Service, string Action, IReadOnlyDictionary<string, string> Form, string AccessKey, string Body)
{
    public string Operation => $"{Service}:{Action}";

    public string this[string parameter] => Form[parameter];

    /// <summary>Tags of the request, by key.</summary>
    public IReadOnlyDictionary<string, string> Tags => Enumerable.Range(1, 50)
        .Where(i => Form.ContainsKey($"Tags.Tag.{i}.Key"))
        .ToDictionary(i => Form[$"Tags.Tag.{i}.Key"], i => Form[$"Tags.Tag.{i}.Value"]);
}
