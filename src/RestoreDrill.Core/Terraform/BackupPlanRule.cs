using System.Text.Json;

namespace RestoreDrill.Core.Terraform;

/// <summary>What must not become of a backup plan's rules: none may go, go to another vault, keep for a shorter time, copy elsewhere or for a shorter time, or end continuous backups. Its schedule is not judged.</summary>
internal static class BackupPlanRule
{
    private const string Rules = "rule";
    private const string Target = "target_vault_name";
    private const string Continuous = "enable_continuous_backup";

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

            if (Text(rule, Target) is { } vault && Text(now, Target) is var vaultNow && vaultNow != vault)
            {
                yield return Refusal($"{attribute}.{Target}", Printable.Of(vault), Printable.Of(vaultNow ?? "not known"), "Recovery points would come into another vault.");
            }

            if (Members.Find(rule, Continuous).ValueKind == JsonValueKind.True && Members.Find(now, Continuous).ValueKind != JsonValueKind.True)
            {
                yield return Refusal($"{attribute}.{Continuous}", "true", "not true", "There would be no point in time to restore to, between two backups.");
            }

            foreach (var refusal in JudgeCopies(attribute, Copies(rule), Copies(now)))
            {
                yield return refusal;
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

    private static IEnumerable<GuardRefusal> JudgeCopies(string attribute, Dictionary<string, decimal> were, Dictionary<string, decimal> willBe)
    {
        foreach (var (vault, days) in were)
        {
            if (!willBe.TryGetValue(vault, out var daysNow))
            {
                yield return Refusal(attribute + ".copy_action", Printable.Of(vault), "gone", "Recovery points would be copied there no more.");
            }
            else if (daysNow < days)
            {
                yield return Refusal(attribute + ".copy_action.lifecycle.delete_after", Days(days), Days(daysNow), $"Copies in {Printable.Of(vault)} would be deleted sooner.");
            }
        }
    }

    /// <summary>Where a rule copies to, and for how many days.</summary>
    private static Dictionary<string, decimal> Copies(JsonElement rule)
    {
        var copies = new Dictionary<string, decimal>(StringComparer.Ordinal);
        if (Members.Find(rule, "copy_action") is { ValueKind: JsonValueKind.Array } actions)
        {
            foreach (var action in actions.EnumerateArray())
            {
                copies.TryAdd(Text(action, "destination_vault_arn") ?? "a vault that is known only after apply", DaysKept(action));
            }
        }

        return copies;
    }

    private static string? Text(JsonElement part, string name) => Members.Text(part, name, "a backup plan's rule");
}
