namespace RestoreDrill.Sandbox.Policies.Conditions;

/// <summary>An operator as a policy writes it: <c>[ForAllValues:|ForAnyValue:]StringLike[IfExists]</c> (IAM user guide, "IAM JSON policy elements: Condition operators").</summary>
/// <param name="Qualifier">What is written before it.</param>
/// <param name="Comparison">What it compares; null for <c>Null</c>, which asks whether the key is absent.</param>
/// <param name="IfExists">Whether a missing key does.</param>
internal sealed record ConditionOperator(SetQualifier Qualifier, Comparison? Comparison, bool IfExists)
{
    private const string Existence = "Null";
    private const string Suffix = "IfExists";

    /// <summary>
    /// A missing key is equal to nothing, so that only what is negated holds; <c>ForAllValues</c> holds of no values at all, <c>ForAnyValue</c> never.
    /// </summary>
    public bool HoldsWithoutKey => IfExists || Qualifier switch
    {
        SetQualifier.ForAllValues => true,
        SetQualifier.ForAnyValue => false,
        _ => Comparison!.IsNegated,
    };

    /// <summary>Reads an operator; null if there is none of that name.</summary>
    public static ConditionOperator? TryParse(string text)
    {
        if (text == Existence)
        {
            return new ConditionOperator(SetQualifier.None, null, false);
        }

        var (qualifier, name) = text.Split(':', 2) switch
        {
            [nameof(SetQualifier.ForAllValues), var rest] => (SetQualifier.ForAllValues, rest),
            [nameof(SetQualifier.ForAnyValue), var rest] => (SetQualifier.ForAnyValue, rest),
            _ => (SetQualifier.None, text),
        };
        var ifExists = name.EndsWith(Suffix, StringComparison.Ordinal);
        var comparison = Comparison.Find(ifExists ? name[..^Suffix.Length] : name);
        return comparison is null ? null : new ConditionOperator(qualifier, comparison, ifExists);
    }

    public bool Accepts(TextPattern value) => Comparison?.Accepts(value) ?? value.Text is "true" or "false";
}
