using RestoreDrill.Core.Protection;
using RestoreDrill.Host.Composition;
using RestoreDrill.Host.Configuration;

namespace RestoreDrill.Host.Checking;

/// <summary>
/// Whether an emergency restore would find its networks and its parameter group, as far as the drill role can see. What only a person with a second factor may look at is said to be unasked:
/// <c>restoredrill restore plan</c> looks at all of it.
/// </summary>
internal static class RestoreChecks
{
    private const string Role = "restore-role";
    private const string SubnetGroup = "restore-subnet-group";
    private const string ParameterGroup = "restore-parameter-group";
    private const string Next = "Compare the drill role's policy with docs/iam.";

    public static async Task<IReadOnlyList<LiveCheck>> RunAsync(Configured configured, Ports ports, RoleChecks roles, CancellationToken cancellationToken)
    {
        if (configured is not { Restore: { } access, Installation.Restore: { } restore })
        {
            return [];
        }

        var role = new LiveCheck(Role, LiveState.NotAsked, $"{access.RoleArn}: needs a person's second factor; `restoredrill restore plan` asks for it");
        if (restore.Account is { } account)
        {
            return [role, new LiveCheck("restore-account", LiveState.NotAsked, $"{account.AccountId}, its networks, parameter groups and backup vault: `restoredrill restore plan` looks at them")];
        }

        return roles.DrillAnswers
            ? [role, await LiveChecks.AskAsync(SubnetGroup, Next, () => SubnetGroupAsync(restore, ports, cancellationToken)), .. await ParameterGroupsAsync(restore, configured, ports, roles, cancellationToken)]
            : [role, LiveCheck.NotChecked(SubnetGroup, "the drill role does not answer"), LiveCheck.NotChecked(ParameterGroup, "the drill role does not answer")];
    }

    private static async Task<LiveCheck> SubnetGroupAsync(RestoreOptions restore, Ports ports, CancellationToken cancellationToken) =>
        await ports.Scratch.SubnetGroupExistsAsync(restore.SubnetGroup, cancellationToken)
            ? LiveCheck.Ok(SubnetGroup, restore.SubnetGroup)
            : LiveCheck.Problem(
                SubnetGroup, $"the vault account has no DB subnet group {restore.SubnetGroup}: an emergency restore would be refused", "Create it in the VPC of the applications, or correct Restore:SubnetGroup.");

    private static async Task<IReadOnlyList<LiveCheck>> ParameterGroupsAsync(
        RestoreOptions restore, Configured configured, Ports ports, RoleChecks roles, CancellationToken cancellationToken)
    {
        var checks = new List<LiveCheck>();
        foreach (var name in await ParameterGroupNames.OfAsync(restore.ParameterGroup, configured, ports, roles.SourceAnswers, cancellationToken))
        {
            checks.Add(await LiveChecks.AskAsync($"{ParameterGroup} {name}", Next, () => ParameterGroupAsync(name, ports, cancellationToken)));
        }

        return checks is [] ? [LiveCheck.NotChecked(ParameterGroup, "no instance is known from which to take the engine family")] : checks;
    }

    private static async Task<LiveCheck> ParameterGroupAsync(string name, Ports ports, CancellationToken cancellationToken) =>
        await ports.Scratch.FindParameterGroupAsync(name, [], cancellationToken) is { } group
            ? LiveCheck.Ok($"{ParameterGroup} {name}", $"family {group.Family}")
            : LiveCheck.Problem(
                $"{ParameterGroup} {name}",
                "the vault account has no such DB parameter group: an emergency restore would be refused",
                "Create it with the parameters that production has, or correct Restore:ParameterGroup.");
}
