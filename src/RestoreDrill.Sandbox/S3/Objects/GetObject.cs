using RestoreDrill.Sandbox.S3.Requests;

namespace RestoreDrill.Sandbox.S3.Objects;

internal sealed class GetObject(ObjectFiles files) : IS3Operation
{
    public string Name => nameof(GetObject);

    public S3Route Route { get; } = new("GET", S3Level.Object) { Parameters = ObjectAnswer.Parameters };

    public IReadOnlyList<string> Conditions => ObjectAnswer.Conditions;

    public IEnumerable<S3Permission> Permissions(S3Call call) => [ObjectAnswer.Permission(call)];

    public S3Answer Execute(S3Call call) => ObjectAnswer.Of(call, files);
}
