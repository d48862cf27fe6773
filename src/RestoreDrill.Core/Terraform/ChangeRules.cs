namespace RestoreDrill.Core.Terraform;

/// <summary>The rules for single changes of a plan.</summary>
internal sealed class ChangeRules(Judgement judgement)
{
    public void Judge(PlannedChange change, ProtectedThing? thing)
    {
        if (change.Kind == ChangeKind.Unknown)
        {
            judgement.Refuse(new GuardRefusal(
                GuardRules.UnknownAction, change.Name.Address, null, null, change.Actions, "What this action does is not known here; a newer RestoreDrill may know it."));
            return;
        }

        if (thing is null)
        {
            return;
        }

        if (WholeResource(change, thing) is { } refusal)
        {
            judgement.Refuse(change.Name, thing, refusal);
        }

        if (change.Before.IsThere && change.After.IsThere)
        {
            foreach (var loss in AttributeRules.Judge(change.Name.Type, change.Before, change.After))
            {
                judgement.Refuse(change.Name, thing, loss with { Message = $"{Begin(thing.What)}. {loss.Message}" });
            }
        }
    }

    /// <summary>What Terraform found changed outside of it: gone is stale, and what was lost is told.</summary>
    public void JudgeDrift(PlannedChange change, ProtectedThing? thing)
    {
        if (thing is null)
        {
            return;
        }

        if (change.Kind == ChangeKind.Delete)
        {
            judgement.Refuse(change.Name, thing, new GuardRefusal(
                GuardRules.Stale, null, null, "in the state", "gone", $"{Begin(thing.What)}: Terraform did not find it when it refreshed. The state is older than reality, or it was deleted."));
            return;
        }

        foreach (var loss in change.After.IsThere ? AttributeRules.Judge(change.Name.Type, change.Before, change.After) : [])
        {
            judgement.Note(change.Name.Address, $"Outside of Terraform, {loss.Attribute} went from {loss.Before} to {loss.After}. {loss.Message}");
        }
    }

    private static string Begin(string what) => char.ToUpperInvariant(what[0]) + what[1..];

    private static GuardRefusal? WholeResource(PlannedChange change, ProtectedThing thing)
    {
        var deferred = change.List == ChangeList.Deferred ? " The plan puts it off to a later one." : "";
        var what = Begin(thing.What);
        return change.Kind switch
        {
            ChangeKind.Delete when change.Name.Deposed is { } deposed => Of(GuardRules.Destroyed, "destroyed", $"{what}: its deposed object {Printable.Of(deposed)} would be destroyed.{deferred}"),
            ChangeKind.Delete => Of(GuardRules.Destroyed, "destroyed", $"{what} would be destroyed.{deferred}"),
            ChangeKind.Replace => Of(GuardRules.Replaced, "destroyed and made anew", $"{what} would be destroyed, and an empty one made in its place.{deferred}"),
            ChangeKind.Forget => Of(GuardRules.Forgotten, "removed from the state", $"{what} would be removed from the state: no later plan shows what becomes of it.{deferred}"),
            ChangeKind.ReplaceByForgetting => Of(GuardRules.Forgotten, "removed from the state, another made", $"{what} would be removed from the state, and an empty one made in its place.{deferred}"),
            _ => null,
        };

        static GuardRefusal Of(string rule, string after, string message) => new(rule, null, null, "there", after, message);
    }
}
