using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Protection;

namespace RestoreDrill.Core.Refusals;

/// <summary>The look before a run begins: what AWS refuses here is a refusal of the run, not a failed run. Only being asked too often is waited out.</summary>
internal sealed class Preflight(TimingOptions timing, TimeProvider time)
{
    /// <exception cref="RefusedException">AWS refused, did not answer, or throttled for longer than <see cref="TimingOptions.Trouble"/>.</exception>
    public async Task AskAsync(Func<Task> ask, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        while (true)
        {
            try
            {
                await ask().ConfigureAwait(false);
                return;
            }
            catch (CloudException e) when (e.Fault == CloudFault.Throttled && time.GetElapsedTime(began) < timing.Trouble)
            {
                await Task.Delay(timing.Poll, time, cancellationToken).ConfigureAwait(false);
            }
            catch (CloudException e)
            {
                throw new RefusedException([$"{e.Message} No run was begun and nothing was changed. restoredrill config check looks at everything at once."]);
            }
        }
    }
}
