using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Copying;

namespace RestoreDrill.Core.Drilling;

/// <summary>Looks whether an account is ready for a restore, before anything is restored: the copy's key, the parameter group that keeps the database from acting, the networks.</summary>
internal sealed class TargetLook(IRestoringAccount account)
{
    /// <summary>The name that a configured parameter group has for a copy.</summary>
    public static string GroupOf(string configured, CopyFacts facts) => configured.Replace("{family}", FamilyOf(facts), StringComparison.Ordinal);

    /// <summary>What keeps the copy's key from being used, as a sentence with what to do; null: nothing, or the copy is under none.</summary>
    public async Task<string?> KeyAsync(string copy, string? keyArn, CancellationToken cancellationToken)
    {
        if (keyArn is null)
        {
            return null;
        }

        var key = await account.DescribeKeyAsync(keyArn, cancellationToken).ConfigureAwait(false);
        return KeyProblem.OfState(key) is { } problem ? $"The key of copy {copy}, {key.Arn}, {problem.Words}, the copy included. {problem.Next}" : null;
    }

    /// <summary>What is wrong with the group under which the database is restored.</summary>
    public async Task<IReadOnlyList<TargetProblem>> QuietGroupAsync(string name, CopyFacts facts, CancellationToken cancellationToken)
    {
        var group = await account.FindParameterGroupAsync(name, ParameterRules.Names, cancellationToken).ConfigureAwait(false);
        var command = ParameterRules.Command(name, FamilyOf(facts), facts, isThere: group is not null);
        return OfFamily(name, group, facts, command) is { } problem
            ? [problem]
            : [.. ParameterRules.Problems(group!, facts).Select(words => new TargetProblem($"parameter group {name}: {words}", command))];
    }

    /// <summary>What is wrong with the group that an instance is given at the hand-over; what stands in it is its owner's.</summary>
    public async Task<IReadOnlyList<TargetProblem>> FinalGroupAsync(string name, CopyFacts facts, CancellationToken cancellationToken)
    {
        var group = await account.FindParameterGroupAsync(name, [], cancellationToken).ConfigureAwait(false);
        return OfFamily(name, group, facts, ParameterRules.CreateCommand(name, FamilyOf(facts))) is { } problem ? [problem] : [];
    }

    public async Task<IReadOnlyList<TargetProblem>> SubnetGroupAsync(string name, CancellationToken cancellationToken) =>
        await account.SubnetGroupExistsAsync(name, cancellationToken).ConfigureAwait(false)
            ? []
            :
            [
                new TargetProblem(
                    $"there is no subnet group {name}",
                    $"aws rds create-db-subnet-group --db-subnet-group-name {name} --db-subnet-group-description RestoreDrill --subnet-ids SUBNET SUBNET  # fill in two subnets of the target VPC, in two availability zones"),
            ];

    private static TargetProblem? OfFamily(string name, ParameterGroup? group, CopyFacts facts, string command) => group switch
    {
        null => new TargetProblem($"there is no parameter group {name}", command),
        _ when group.Family != FamilyOf(facts) => new TargetProblem($"parameter group {name} is of family {group.Family}, the copy needs {FamilyOf(facts)}"),
        _ => null,
    };

    private static string FamilyOf(CopyFacts facts) => $"postgres{facts.EngineVersion.Split('.')[0]}";
}
