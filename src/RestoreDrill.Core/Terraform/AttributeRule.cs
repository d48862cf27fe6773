namespace RestoreDrill.Core.Terraform;

/// <summary>What must not become of an attribute of a protected thing.</summary>
/// <param name="Rule">One of <see cref="GuardRules"/>.</param>
/// <param name="Attribute">The attribute.</param>
/// <param name="Kind">Which change is a loss.</param>
/// <param name="Meaning">What the change would mean, a sentence.</param>
internal sealed record AttributeRule(string Rule, string Attribute, LossKind Kind, string Meaning)
{
    /// <summary>The refusal, or null where nothing is lost.</summary>
    public GuardRefusal? Judge(AttributeSet beforeSet, AttributeSet afterSet)
    {
        var (before, after) = (beforeSet.Of(Attribute), afterSet.Of(Attribute));
        if (!CanLose(before, after))
        {
            return null;
        }

        var rule = after.IsUnknown || !IsReadable(before) || !IsReadable(after) ? GuardRules.UnknownValue : IsLoss(before, after) ? Rule : null;
        var meaning = rule == GuardRules.UnknownValue ? $"What it will be cannot be told before apply, and it matters here ({Rule}): {Meaning}" : Meaning;
        return rule is null ? null : new GuardRefusal(rule, null, Attribute, before.Shown, after.Shown, meaning);
    }

    /// <summary>Whether there is something to lose.</summary>
    private bool CanLose(AttributeValue before, AttributeValue after) => Kind switch
    {
        LossKind.NoLongerTrue => !before.IsFalse && !before.IsNothing && !after.IsTrue,
        LossKind.BecomesTrue => !before.IsTrue && !after.IsFalse && !after.IsNothing,
        LossKind.SmallerOrUnset or LossKind.Smaller => !before.IsNothing && before.Number != 0,
        LossKind.Unset or LossKind.OtherName => !before.IsNothing,
        _ => !before.SaysTheSameAs(after),
    };

    private bool IsReadable(AttributeValue value) => Kind switch
    {
        LossKind.NoLongerTrue or LossKind.BecomesTrue => value.IsTrue || value.IsFalse || value.IsNothing,
        LossKind.SmallerOrUnset or LossKind.Smaller => value.Number is not null || value.IsNothing,
        LossKind.OtherName => value.Text is not null || value.IsNothing,
        _ => true,
    };

    private bool IsLoss(AttributeValue before, AttributeValue after) => Kind switch
    {
        LossKind.SmallerOrUnset => after.Number is not { } number || number < before.Number,
        LossKind.Smaller => after.Number < before.Number,
        LossKind.Unset => after.IsNothing,
        LossKind.OtherName => !string.Equals(before.Text, after.Text, StringComparison.OrdinalIgnoreCase),
        _ => true,
    };
}
