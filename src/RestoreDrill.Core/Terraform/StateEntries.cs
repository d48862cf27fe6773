using System.Text.Json;

namespace RestoreDrill.Core.Terraform;

/// <summary>Reads the entries of a state: those of a state file, which hold all instances of a resource, and those that are shown, one an instance.</summary>
internal static class StateEntries
{
    /// <summary>An entry of <c>resources</c> of a module in the state representation.</summary>
    public static StateObject Shown(JsonElement entry, bool isPriorState)
    {
        var address = Members.RequiredText(entry, "address", "a resource of the state");
        var what = $"{Printable.Of(address)} in the state";
        var name = ResourceName.Of(
            address, Members.RequiredText(entry, "mode", what), Members.RequiredText(entry, "type", what), Members.RequiredText(entry, "name", what),
            Members.Text(entry, "deposed_key", what));
        var tainted = Members.Find(entry, "tainted").ValueKind is not (JsonValueKind.Undefined or JsonValueKind.False or JsonValueKind.Null);
        var values = new AttributeSet(Members.Object(entry, "values", what), default, Members.Find(entry, "sensitive_values"));
        return new StateObject(name, values, tainted, entry, isPriorState);
    }

    /// <summary>An entry of <c>resources</c> of a state file.</summary>
    public static IEnumerable<StateObject> OfFile(JsonElement entry)
    {
        const string Some = "a resource of the state file";
        var (mode, type) = (Members.RequiredText(entry, "mode", Some), Members.RequiredText(entry, "type", Some));
        var (name, module) = (Members.RequiredText(entry, "name", Some), Members.Text(entry, "module", Some));
        var address = $"{(module is null ? "" : module + ".")}{(mode == "managed" ? "" : mode + ".")}{type}.{name}";
        var instances = Members.Find(entry, "instances");
        if (instances.ValueKind != JsonValueKind.Array)
        {
            throw new TerraformDocumentException(GuardRules.Unreadable, $"{Printable.Of(address)} in the state file has no list of instances.");
        }

        foreach (var instance in instances.EnumerateArray())
        {
            yield return OfInstance(instance, address, mode, type, name);
        }
    }

    private static StateObject OfInstance(JsonElement instance, string resource, string mode, string type, string name)
    {
        var what = $"an instance of {Printable.Of(resource)} in the state file";
        if (instance.ValueKind != JsonValueKind.Object)
        {
            throw new TerraformDocumentException(GuardRules.Unreadable, $"{what} is not an object.");
        }

        var key = Members.Find(instance, "index_key");
        var address = key.ValueKind switch
        {
            JsonValueKind.Undefined or JsonValueKind.Null => resource,
            JsonValueKind.Number or JsonValueKind.String => $"{resource}[{key.GetRawText()}]",
            _ => throw new TerraformDocumentException(GuardRules.Unreadable, $"{what} has a key that is neither a number nor a text."),
        };
        var attributes = Members.Object(instance, "attributes", what);
        if (attributes.ValueKind != JsonValueKind.Object)
        {
            // States of before 0.12 keep texts only, under names such as "tags.%".
            attributes = Members.Object(instance, "attributes_flat", what);
        }

        if (attributes.ValueKind != JsonValueKind.Object)
        {
            throw new TerraformDocumentException(GuardRules.Unreadable, $"{what} has no attributes.");
        }

        var found = ResourceName.Of(address, mode, type, name, Members.Text(instance, "deposed", what));
        return new StateObject(found, new AttributeSet(attributes), Members.Text(instance, "status", what) == "tainted", instance, IsPriorState: false);
    }
}
