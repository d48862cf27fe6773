using System.Text.Json;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Kms;

/// <summary>The KMS operations that RestoreDrill, its set-up and its opponents call. No data is encrypted.</summary>
internal sealed class KmsService(AccountStates states, KeyRing keys, KmsPermissions permissions, IEnumerable<IKmsOperation> operations) : IAwsService
{
    private readonly Dictionary<string, IKmsOperation> byName = operations.ToDictionary(operation => operation.Name, StringComparer.Ordinal);

    public string Name => "kms";

    public bool IsJson => true;

    public string ResourceOf(AwsCall call) => permissions.ResourceOf(call);

    public IReadOnlyList<AccessCheck> ChecksOf(AwsCall call) => permissions.Of(call);

    public string Execute(AwsCall call)
    {
        var operation = byName.GetValueOrDefault(call.Action) ?? throw new AwsError("UnknownOperationException", $"Unknown operation {call.Action}");
        lock (states.Gate)
        {
            var result = operation.Execute(new KmsCall(call, keys));
            if (!call.Action.StartsWith("Describe", StringComparison.Ordinal) && !call.Action.StartsWith("List", StringComparison.Ordinal)
                && !call.Action.StartsWith("Get", StringComparison.Ordinal))
            {
                // A grant may be on another account's key.
                foreach (var state in states.All)
                {
                    states.Save(state);
                }
            }

            return result is null ? "" : JsonSerializer.Serialize(result);
        }
    }
}
