using Amazon.Runtime;

namespace RestoreDrill.Incident.Destruction;

/// <summary>What came of somebody's attempt at a destructive action.</summary>
/// <param name="Action">What was tried.</param>
/// <param name="By">Who tried.</param>
/// <param name="Refused">The rule that refused it; null: it was done.</param>
/// <param name="Answer">What AWS answered.</param>
internal sealed record Attempt(DestructiveAction Action, string By, string? Refused, string Answer)
{
    /// <summary>Whether a rule that we know stands behind the refusal.</summary>
    public bool IsRefusedByRule => Refused is not null && !Refused.StartsWith(RefusingRule.Unknown, StringComparison.Ordinal);

    public static async Task<IReadOnlyList<Attempt>> MakeAllAsync(IEnumerable<DestructiveAction> actions, Hands hands)
    {
        var made = new List<Attempt>();
        foreach (var action in actions)
        {
            made.Add(await MakeAsync(action, hands));
        }

        return made;
    }

    private static async Task<Attempt> MakeAsync(DestructiveAction action, Hands hands)
    {
        try
        {
            await action.DoAsync(hands);
            return new Attempt(action, hands.Name, null, "done");
        }
        catch (AmazonServiceException e)
        {
            return new Attempt(action, hands.Name, RefusingRule.Of(e), $"{e.ErrorCode}: {e.Message}");
        }
    }
}
