namespace RestoreDrill.Core.Terraform;

/// <summary>What a state by itself says of a protected thing: what the next apply does to it, and what nothing would stop.</summary>
internal static class StateRules
{
    public static void Judge(StateObject found, ProtectedThing thing, Judgement judgement)
    {
        var address = found.Name.Address;
        if (found.Name.Deposed is { } deposed)
        {
            Refuse(GuardRules.Destroyed, "destroyed", $"Its deposed object {Printable.Of(deposed)} would be destroyed by the next apply: {thing.What}.");
        }
        else if (found.IsTainted)
        {
            Refuse(GuardRules.Replaced, "destroyed and made anew", $"It is tainted, so the next apply would destroy it and make an empty one: {thing.What}.");
        }

        if (found.Attributes.Of("deletion_protection").IsFalse)
        {
            judgement.Note(address, $"deletion_protection is false: `terraform destroy`, run directly, would delete it ({thing.What}).");
        }

        if (found.Attributes.Of("skip_final_snapshot").IsTrue)
        {
            judgement.Note(address, $"skip_final_snapshot is true: it would be deleted without a last snapshot ({thing.What}).");
        }

        if (found.Attributes.Of("force_destroy").IsTrue)
        {
            judgement.Note(address, $"force_destroy is true: destroying it destroys what it holds ({thing.What}).");
        }

        void Refuse(string rule, string after, string message) => judgement.Refuse(found.Name, thing, new GuardRefusal(rule, null, null, "there", after, message));
    }
}
