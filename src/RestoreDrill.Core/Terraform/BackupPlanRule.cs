using System.Text.Json;

namespace RestoreDrill.Core.Terraform;

/// <summary>What must not become of a backup plan's rules: none may go, keep for a shorter time, or copy to fewer places.</summary>
internal static class BackupPlanRule
{
    private const string Rules = "rule";

    public static IEnumerable<GuardRefusal> Judge(AttributeSet before, AttributeSet after)
    {
        var (was, willBe) = (before.Of(Rules), after.Of(Rules));
        if (willBe.IsUnknown)
        {
            yield return Refusal(Rules, was.Shown, willBe.Shown, "The plan's rules will be known only after apply.") with { Rule = GuardRules.UnknownValue };
            yield break;
        }

        var left = Named(willBe.Element);
        foreach (var (name, rule) in Named(was.Element))
        {
            var attribute = $"{Rules}[{Printable.Of(name)}]";
            if (!left.TryGetValue(name, out var now))
            {
                yield return Refusal(attribute, "there", "gone", "What it backed up is backed up no more, at least not by a rule of this name.");
                continue;
            }

            if (DaysKept(rule) is var days && DaysKept(now) is var daysNow && daysNow < days)
            {
                yield return Refusal(attribute + ".lifecycle.delete_after", Days(days), Days(daysNow), "Recovery points would be deleted sooner.");
            }

            if (Copies(rule) is var copies && Copies(now) is var copiesNow && copiesNow < copies)
            {
                yield return Refusal(attribute + ".copy_action", $"{copies}", $"{copiesNow}", "Recovery points would be copied to fewer vaults.");
            }
        }
    }

    private static GuardRefusal Refusal(string attribute, string before, string after, string message) => new(GuardRules.BackupPlan, null, attribute, before, after, message);

    private static Dictionary<string, JsonElement> Named(JsonElement rules)
    {
        var named = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (rules.ValueKind == JsonValueKind.Array)
        {
            foreach (var rule in rules.EnumerateArray())
            {
                named.TryAdd(Members.Text(rule, "rule_name", "a backup plan's rule") ?? "", rule);
            }
        }

        return named;
    }

    /// <summary>How many days recovery points are kept; the most where the rule does not say: they never expire.</summary>
    private static decimal DaysKept(JsonElement rule)
    {
        var lifecycle = Members.Find(rule, "lifecycle");
        var first = lifecycle.ValueKind == JsonValueKind.Array && lifecycle.GetArrayLength() > 0 ? lifecycle[0] : lifecycle;
        return new AttributeSet(first).Of("delete_after").Number is { } days and > 0 ? days : decimal.MaxValue;
    }

    private static string Days(decimal days) => days == decimal.MaxValue ? "for ever" : FormattableString.Invariant($"{days} d");

    private static int Copies(JsonElement rule) => Members.Find(rule, "copy_action") is { ValueKind: JsonValueKind.Array } copies ? copies.GetArrayLength() : 0;
}
