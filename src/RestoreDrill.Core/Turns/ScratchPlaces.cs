using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Turns;

/// <summary>
/// How many scratch instances the drills of this store that are under way may have between them: the budget, less the scratch instances in the account that
/// none of them has (left behind, or another installation's).
/// </summary>
internal sealed class ScratchPlaces(InstallationOptions options, IScratchAccount scratch, IRunStore store)
{
    public async Task<int> CountAsync(CancellationToken cancellationToken)
    {
        var taken = 0;
        foreach (var instance in await scratch.ListAsync(ResourceNames.ScratchPrefixOfAll, cancellationToken).ConfigureAwait(false))
        {
            var drill = new ResourceNames(options.Installation).DrillOf(instance.Name);
            var open = drill is { } id && await store.FindAsync(id, cancellationToken).ConfigureAwait(false) is { FinishedAt: null, Phase: not DrillPhases.DepositingFacts };
            taken += open ? 0 : 1;
        }

        return options.Budgets.ScratchInstances - taken;
    }
}
