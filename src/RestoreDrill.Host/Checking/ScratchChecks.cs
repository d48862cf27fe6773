using RestoreDrill.Core.Drilling;
using RestoreDrill.Host.Composition;
using RestoreDrill.Host.Configuration;

namespace RestoreDrill.Host.Checking;

/// <summary>Whether scratch instances can be restored where and as the configuration says.</summary>
internal static class ScratchChecks
{
    private const string ReplicationWorkers = "max_logical_replication_workers";

    public static async Task<IReadOnlyList<LiveCheck>> RunAsync(Configured configured, Ports ports, RoleChecks roles, CancellationToken cancellationToken)
    {
        if (!roles.DrillAnswers)
        {
            return [LiveCheck.NotChecked("subnet-group", "the drill role does not answer"), LiveCheck.NotChecked("parameter-group", "the drill role does not answer")];
        }

        const string Next = "Compare the drill role's policy with docs/iam.";
        return
        [
            await LiveChecks.AskAsync("subnet-group", Next, () => SubnetGroupAsync(configured, ports, cancellationToken)),
            .. await ParameterGroupsAsync(configured, ports, roles.SourceAnswers, Next, cancellationToken),
        ];
    }

    private static async Task<LiveCheck> SubnetGroupAsync(Configured configured, Ports ports, CancellationToken cancellationToken)
    {
        var group = configured.Installation.Scratch.SubnetGroup;
        return await ports.Scratch.SubnetGroupExistsAsync(group, cancellationToken)
            ? LiveCheck.Ok("subnet-group", group)
            : LiveCheck.Problem("subnet-group", $"the vault account has no DB subnet group {group}", "Create it (subnets without a way out), or correct Scratch:SubnetGroup.");
    }

    private static async Task<IReadOnlyList<LiveCheck>> ParameterGroupsAsync(
        Configured configured, Ports ports, bool sourceAnswers, string next, CancellationToken cancellationToken)
    {
        var groups = await ParameterGroupNames.OfAsync(configured.Installation.Scratch.ParameterGroup, configured, ports, sourceAnswers, cancellationToken);
        if (groups.Count == 0)
        {
            return [LiveCheck.NotChecked("parameter-group", "no instance is known from which to take the engine family")];
        }

        var checks = new List<LiveCheck>();
        foreach (var group in groups)
        {
            checks.Add(await LiveChecks.AskAsync($"parameter-group {group}", next, () => ParameterGroupAsync(group, ports, cancellationToken)));
        }

        return checks;
    }

    private static async Task<LiveCheck> ParameterGroupAsync(string name, Ports ports, CancellationToken cancellationToken)
    {
        var check = $"parameter-group {name}";
        if (await ports.Scratch.FindParameterGroupAsync(name, [ReplicationWorkers, PreloadedLibraries.Parameter], cancellationToken) is not { } group)
        {
            return LiveCheck.Problem(check, "the vault account has no such DB parameter group", $"Create it with {ReplicationWorkers} = 0, or correct Scratch:ParameterGroup.");
        }

        if (!group.Values.TryGetValue(ReplicationWorkers, out var workers) || workers != "0")
        {
            return LiveCheck.Problem(check, $"{ReplicationWorkers} is {workers ?? "not set"}: a restored subscription would go on replicating", $"Set {ReplicationWorkers} to 0.");
        }

        return PreloadedLibraries.ProblemIn(group) is { } libraries
            ? LiveCheck.Problem(check, libraries, $"Take what is named out of {PreloadedLibraries.Parameter}.")
            : LiveCheck.Ok(check, $"family {group.Family}, acts on nobody");
    }
}
