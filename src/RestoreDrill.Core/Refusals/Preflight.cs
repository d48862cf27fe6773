using RestoreDrill.Core.Cloud;

namespace RestoreDrill.Core.Refusals;

/// <summary>The look before a run begins: what AWS refuses here is a refusal of the run, not a failed run.</summary>
internal static class Preflight
{
    public static async Task AskAsync(Func<Task> ask)
    {
        try
        {
            await ask().ConfigureAwait(false);
        }
        catch (CloudException e)
        {
            throw new RefusedException([$"{e.Message} No run was begun and nothing was changed. restoredrill config check looks at everything at once."]);
        }
    }
}
