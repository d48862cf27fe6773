using System.Xml.Linq;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Iam;

/// <summary>
/// The IAM operations that RestoreDrill and its set-up call. IAM has one endpoint for all regions, and signatures for us-east-1; where the endpoint is given by
/// hand, as that of a sandbox is, a client may sign for a region of its own, which is passed over.
/// </summary>
internal sealed class IamService(AccountStates states, IamPermissions permissions, IEnumerable<IIamOperation> operations) : IAwsService
{
    public static readonly XNamespace Namespace = "https://iam.amazonaws.com/doc/2010-05-08/";

    private readonly Dictionary<string, IIamOperation> byName = operations.ToDictionary(operation => operation.Name, StringComparer.Ordinal);

    public string Name => "iam";

    public bool IsJson => false;

    public string ResourceOf(AwsCall call) => permissions.ResourceOf(call);

    public IReadOnlyList<AccessCheck> ChecksOf(AwsCall call) => permissions.Of(call);

    public string Execute(AwsCall call)
    {
        var operation = byName.GetValueOrDefault(call.Action)
            ?? throw new AwsError("InvalidAction", $"Could not find operation {call.Action} for version 2010-05-08");
        lock (states.Gate)
        {
            var state = states.Of(call.AccountId);
            var result = operation.Execute(new IamCall(call, state));
            if (!call.Action.StartsWith("Get", StringComparison.Ordinal) && !call.Action.StartsWith("List", StringComparison.Ordinal))
            {
                states.Save(state);
            }

            return QueryXml.Answer(Namespace, call.Action, call.RequestId, result);
        }
    }
}
