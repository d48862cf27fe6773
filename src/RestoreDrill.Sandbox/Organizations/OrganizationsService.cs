using System.Text.Json;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.Organizations.Delegation;

namespace RestoreDrill.Sandbox.Organizations;

/// <summary>
/// The AWS Organizations operations that RestoreDrill and its set-up call. The management account may call all of them, a member those that are for members,
/// and such as the organisation's resource policy delegates to it.
/// </summary>
internal sealed class OrganizationsService(
    AccountStates states, Organisation organisation, OrganizationsPermissions permissions, Delegations delegations, EmptyPages empties) : IAwsService
{
    /// <summary>The one region of the commercial partition's global service.</summary>
    private const string Region = "us-east-1";

    private readonly OrganizationsPage pages = new(empties);

    public string Name => "organizations";

    public bool IsJson => true;

    public string ResourceOf(AwsCall call) => permissions.ResourceOf(call);

    public IReadOnlyList<AccessCheck> ChecksOf(AwsCall call) => call.Region == Region
        ? permissions.Of(call)
        : throw new AwsError(
            "SignatureDoesNotMatch", $"Credential should be scoped to a valid region: AWS Organizations is in {Region}, not in {call.Region}.", 403);

    public string Execute(AwsCall call)
    {
        var operation = OrganizationsOperations.All.FirstOrDefault(candidate => candidate.Name == call.Action)
            ?? throw new AwsError("UnknownOperationException", $"Unknown operation {call.Action}.");
        lock (states.Gate)
        {
            if (!organisation.HasMember(call.AccountId))
            {
                throw OrganizationsError.NotInUse();
            }

            var isForAll = call.AccountId == Account.Management.Id || OrganizationsOperations.ForMembers.Contains(call.Action);
            if (!isForAll && !delegations.Cover(call, permissions.Of(call)))
            {
                throw OrganizationsError.AccessDenied();
            }

            var result = operation.Execute(new OrganizationsCall(call, organisation, pages));
            if (!call.Action.StartsWith("Describe", StringComparison.Ordinal) && !call.Action.StartsWith("List", StringComparison.Ordinal))
            {
                states.Save(states.Of(Account.Management.Id));
            }

            return result is null ? "" : JsonSerializer.Serialize(result);
        }
    }
}
