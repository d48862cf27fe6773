using System.Text.Json;

namespace RestoreDrill.Core.Terraform;

/// <summary>One change of a plan. Valid as long as the document it is part of.</summary>
internal sealed record PlannedChange
{
    public required ResourceName Name { get; init; }

    /// <summary>The address it had before it was moved; null unless it was.</summary>
    public string? PreviousAddress { get; init; }

    public required ChangeList List { get; init; }

    public required ChangeKind Kind { get; init; }

    /// <summary>The actions as written.</summary>
    public required string Actions { get; init; }

    /// <summary>Whether the object is taken into the state by this plan (<c>importing</c>).</summary>
    public required bool IsImport { get; init; }

    public required AttributeSet Before { get; init; }

    public required AttributeSet After { get; init; }

    /// <summary>The whole entry.</summary>
    public required JsonElement Entry { get; init; }

    /// <summary>Whether what is there now would be destroyed.</summary>
    public bool Destroys => Kind is ChangeKind.Delete or ChangeKind.Replace;

    /// <summary>Reads an entry of <c>resource_changes</c>, after Terraform's "JSON Output Format", plan representation.</summary>
    /// <exception cref="TerraformDocumentException">It does not have that form.</exception>
    public static PlannedChange Read(JsonElement entry, ChangeList list)
    {
        const string Some = "a resource change";
        var address = Members.RequiredText(entry, "address", Some);
        var what = $"the change of {Printable.Of(address)}";
        var name = ResourceName.Of(
            address, Members.RequiredText(entry, "mode", what), Members.RequiredText(entry, "type", what), Members.RequiredText(entry, "name", what), Members.Text(entry, "deposed", what));
        var change = Members.Object(entry, "change", what);
        if (change.ValueKind != JsonValueKind.Object)
        {
            throw new TerraformDocumentException(GuardRules.Unreadable, $"{what} has no change.");
        }

        var actions = ReadActions(change, what);
        var read = new PlannedChange
        {
            Name = name,
            PreviousAddress = Members.Text(entry, "previous_address", what),
            List = list,
            Kind = KindOf(actions),
            Actions = string.Join(", ", actions),
            IsImport = Members.Find(change, "importing").ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null),
            Before = new AttributeSet(Members.Object(change, "before", what), default, Members.Find(change, "before_sensitive")),
            After = new AttributeSet(Members.Object(change, "after", what), Members.Find(change, "after_unknown"), Members.Find(change, "after_sensitive")),
            Entry = entry,
        };
        read.RequireSense(what);
        return read;
    }

    /// <summary>What goes must have been there, and what stays must be there after.</summary>
    private void RequireSense(string what)
    {
        // Nothing before, after and to do is said of what was gone already when Terraform refreshed.
        var stays = (Kind == ChangeKind.NoOp && Before.IsThere) || Kind is ChangeKind.Update or ChangeKind.Create or ChangeKind.Replace or ChangeKind.ReplaceByForgetting;
        var was = Kind is ChangeKind.Update or ChangeKind.Delete or ChangeKind.Replace or ChangeKind.Forget or ChangeKind.ReplaceByForgetting;
        var contradicts = Name.IsManaged && List != ChangeList.Deferred && Kind != ChangeKind.Unknown
            && ((stays && !After.IsThere) || (was && !Before.IsThere) || (!stays && Kind is not (ChangeKind.Read or ChangeKind.NoOp) && After.IsThere) || (Kind == ChangeKind.Create && !IsImport && Before.IsThere));
        if (contradicts)
        {
            throw new TerraformDocumentException(
                GuardRules.Unreadable, $"{what} says {Actions}, which does not agree with what it has before and after: the document contradicts itself.");
        }
    }

    private static List<string> ReadActions(JsonElement change, string what)
    {
        var actions = Members.Find(change, "actions");
        if (actions.ValueKind != JsonValueKind.Array || actions.GetArrayLength() == 0 || actions.EnumerateArray().Any(static action => action.ValueKind != JsonValueKind.String))
        {
            throw new TerraformDocumentException(GuardRules.Unreadable, $"{what} does not say which actions it takes.");
        }

        return [.. actions.EnumerateArray().Select(static action => Printable.Of(Members.TextOf(action)))];
    }

    private static ChangeKind KindOf(List<string> actions) => actions switch
    {
        ["no-op"] => ChangeKind.NoOp,
        ["create"] => ChangeKind.Create,
        ["read"] => ChangeKind.Read,
        ["update"] => ChangeKind.Update,
        ["delete"] => ChangeKind.Delete,
        ["delete", "create"] or ["create", "delete"] => ChangeKind.Replace,
        ["forget"] => ChangeKind.Forget,
        ["create", "forget"] or ["forget", "create"] => ChangeKind.ReplaceByForgetting,
        _ => ChangeKind.Unknown,
    };
}
