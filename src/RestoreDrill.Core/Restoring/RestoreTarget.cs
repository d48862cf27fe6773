using RestoreDrill.Core.Drilling;

namespace RestoreDrill.Core.Restoring;

/// <summary>Looks whether the account is ready for an emergency restore. Changes nothing.</summary>
internal sealed class RestoreTarget(IRestoringAccount account)
{
    private readonly TargetLook _look = new(account);

    /// <summary>Everything that is missing; empty: nothing that can be seen. Security groups are not RDS's to show: a missing one is told by the restore call itself.</summary>
    public async Task<IReadOnlyList<TargetProblem>> MissingAsync(RestorePlan plan, CancellationToken cancellationToken)
    {
        var (order, facts) = (plan.Order, plan.Copy.Facts);
        var key = await _look.KeyAsync(plan.Copy.Name, plan.Copy.KeyArn, cancellationToken).ConfigureAwait(false);
        return
        [
            .. key is null ? Array.Empty<TargetProblem>() : [new TargetProblem(key)],
            .. await _look.QuietGroupAsync(order.ParameterGroup, facts, cancellationToken).ConfigureAwait(false),
            .. await _look.FinalGroupAsync(plan.FinalParameterGroup, facts, cancellationToken).ConfigureAwait(false),
            .. await _look.SubnetGroupAsync(order.SubnetGroup, cancellationToken).ConfigureAwait(false),
        ];
    }
}
