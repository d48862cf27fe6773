using System.Text.Json;

namespace RestoreDrill.Core.Terraform;

/// <summary>
/// Refuses providers that work in the vault account: what a plan creates through one has no ARN yet. A role may be written out, or come from a variable of the root module;
/// where it comes from anything else, the plan does not say it.
/// </summary>
internal sealed class ProviderRule(VaultAccountRule vault, Judgement judgement)
{
    private const string Meaning = "A provider works in the vault account: no pipeline may, whatever it does there.";
    private const string FromVariable = "var.";

    /// <summary>Variables of the root module that name the vault account or a role in it.</summary>
    private readonly HashSet<string> _variables = new(StringComparer.Ordinal);
    private readonly List<(string Provider, string Setting, string Reference)> _open = [];

    public void Visit(string key, JsonElement configuration)
    {
        var expressions = Members.Find(configuration, "expressions");
        if (expressions.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        var isRoot = Members.Find(configuration, "module_address").ValueKind == JsonValueKind.Undefined;
        foreach (var setting in expressions.EnumerateObject().Where(static one => one.Name.StartsWith("assume_role", StringComparison.Ordinal) || one.Name == "allowed_account_ids"))
        {
            Visit($"provider {Printable.Of(key)}", setting.Name, setting.Name, setting.Value, isRoot);
        }
    }

    public void VisitVariable(string name, JsonElement variable)
    {
        if (vault.Names(Members.Find(variable, "value")))
        {
            _variables.Add(name);
        }
    }

    /// <summary>Brings variables and what refers to them together, once all is read.</summary>
    public void Conclude()
    {
        foreach (var (provider, setting, reference) in _open)
        {
            if (reference.StartsWith(FromVariable, StringComparison.Ordinal) && _variables.Contains(Root(reference)))
            {
                judgement.Refuse(new GuardRefusal(GuardRules.VaultAccount, provider, setting, null, Printable.Of(reference), Meaning));
            }
        }
    }

    private static string Root(string reference) => reference[FromVariable.Length..].Split('.', '[')[0];

    private void Visit(string provider, string setting, string name, JsonElement value, bool isRoot)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
            {
                Visit(provider, setting, name, item, isRoot);
            }
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in value.EnumerateObject())
            {
                VisitMember(provider, setting, name, member, isRoot);
            }
        }
    }

    private void VisitMember(string provider, string setting, string name, JsonProperty member, bool isRoot)
    {
        switch (member.Name)
        {
            case "constant_value" when vault.Names(member.Value):
                var named = member.Value.ValueKind == JsonValueKind.String ? Printable.Of(Members.TextOf(member.Value)) : null;
                judgement.Refuse(new GuardRefusal(GuardRules.VaultAccount, provider, setting, null, named, Meaning));
                break;
            case "references" when member.Value.ValueKind == JsonValueKind.Array && name is "role_arn" or "allowed_account_ids":
                Refer(provider, setting, [.. member.Value.EnumerateArray().Where(static one => one.ValueKind == JsonValueKind.String).Select(Members.TextOf)], isRoot);
                break;
            default:
                Visit(provider, setting, member.Name is "constant_value" or "references" ? name : member.Name, member.Value, isRoot);
                break;
        }
    }

    private void Refer(string provider, string setting, List<string> references, bool isRoot)
    {
        foreach (var reference in references)
        {
            if (isRoot && reference.StartsWith(FromVariable, StringComparison.Ordinal) && _open.Count < Judgement.Most)
            {
                _open.Add((provider, setting, reference));
            }
            else
            {
                judgement.Note(provider, $"Not checked: {Printable.Of(setting)} comes from {Printable.Of(reference)}, which the plan does not tell; whether it is the vault account's cannot be seen.");
            }
        }
    }
}
