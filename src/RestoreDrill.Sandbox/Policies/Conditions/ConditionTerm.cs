namespace RestoreDrill.Sandbox.Policies.Conditions;

/// <summary>One key of a condition, with the operator over it and the values any of which will do.</summary>
internal sealed record ConditionTerm(ConditionOperator Operator, string Key, IReadOnlyList<TextPattern> Values)
{
    public bool Holds(ConditionContext context)
    {
        var found = context.Find(Key);
        if (Operator.Comparison is not { } comparison)
        {
            return Values.Any(value => bool.Parse(value.Text) == (found is null));
        }

        if (found is null)
        {
            return Operator.HoldsWithoutKey;
        }

        bool IsMet(string actual) => Values.Any(value => comparison.Test(value, actual, context)) != comparison.IsNegated;
        return Operator.Qualifier switch
        {
            SetQualifier.ForAnyValue => found.Any(IsMet),
            SetQualifier.ForAllValues => found.All(IsMet),

            // A key that should have one value and has several: one that is equal is enough to be equal, and too much to be unequal.
            _ => comparison.IsNegated ? found.All(IsMet) : found.Any(IsMet),
        };
    }
}
