using RestoreDrill.Core.GuardRails;
using RestoreDrill.Host.Composition;
using RestoreDrill.Host.Configuration;

namespace RestoreDrill.Host.Checking;

/// <summary>Whether the states and the bucket that <c>Terraform</c> names can be looked at every night, and what they are like; by the guard rails themselves.</summary>
internal static class TerraformChecks
{
    public static async Task<IReadOnlyList<LiveCheck>> RunAsync(Configured configured, Ports ports, bool sourceAnswers, CancellationToken cancellationToken)
    {
        GuardRail[] asked = [.. GuardRailCatalog.Of(configured.Installation).Where(static rail => rail == GuardRailCatalog.TerraformStates || rail == GuardRailCatalog.StateBucket)];
        var bucketIsUnknown = !sourceAnswers && asked.Contains(GuardRailCatalog.StateBucket);
        GuardRail[] answerable = [.. asked.Where(rail => sourceAnswers || rail != GuardRailCatalog.StateBucket)];
        if (asked.Length == 0)
        {
            return [];
        }

        var answers = await ports.GuardRails.LookAtAsync(answerable, cancellationToken);
        return
        [
            .. answers.Select(CheckOf),
            .. bucketIsUnknown ? [LiveCheck.NotChecked(GuardRailCatalog.StateBucket.Id, "the source role does not answer")] : (LiveCheck[])[],
        ];
    }

    private static LiveCheck CheckOf(GuardRailAnswer answer) => answer.State == GuardRailState.Holds
        ? LiveCheck.Ok(answer.Rail, answer.Found)
        : LiveCheck.Problem(
            answer.Rail,
            answer.Found,
            answer.State == GuardRailState.Broken ? "The configuration can be used; the guard rail is broken: runbooks/guard-rail-broken.md." : "Correct RestoreDrill:Terraform, or give the source role what docs/iam gives it.");
}
