namespace RestoreDrill.Sandbox.Policies.Conditions;

/// <summary>What an operator compares a value of the request with.</summary>
/// <param name="IsNegated">Whether it holds where no value of the policy is met.</param>
/// <param name="Test">Whether a value of the policy is met by one of the request.</param>
/// <param name="IsWellFormed">Whether a policy may have this value.</param>
internal sealed record Comparison(bool IsNegated, Func<TextPattern, string, ConditionContext, bool> Test, Func<string, bool> IsWellFormed)
{
    private static readonly Dictionary<string, Comparison> Known = new(StringComparer.Ordinal)
    {
        ["StringEquals"] = Text(false, static (wanted, actual, context) => wanted.IsEqual(actual, context)),
        ["StringNotEquals"] = Text(true, static (wanted, actual, context) => wanted.IsEqual(actual, context)),
        ["StringEqualsIgnoreCase"] = Text(false, static (wanted, actual, context) => wanted.IsEqual(actual, context, ignoreCase: true)),
        ["StringNotEqualsIgnoreCase"] = Text(true, static (wanted, actual, context) => wanted.IsEqual(actual, context, ignoreCase: true)),
        ["StringLike"] = Text(false, static (wanted, actual, context) => wanted.IsLike(actual, context)),
        ["StringNotLike"] = Text(true, static (wanted, actual, context) => wanted.IsLike(actual, context)),

        // The two of a pair are the same (IAM user guide, "Amazon Resource Name (ARN) condition operators").
        ["ArnEquals"] = Arn(false),
        ["ArnLike"] = Arn(false),
        ["ArnNotEquals"] = Arn(true),
        ["ArnNotLike"] = Arn(true),
        ["Bool"] = Valued(false, Values.Flag, static (actual, wanted) => actual == wanted),
        ["NumericEquals"] = Valued(false, Values.Number, static (actual, wanted) => actual == wanted),
        ["NumericNotEquals"] = Valued(true, Values.Number, static (actual, wanted) => actual == wanted),
        ["NumericLessThan"] = Valued(false, Values.Number, static (actual, wanted) => actual < wanted),
        ["NumericLessThanEquals"] = Valued(false, Values.Number, static (actual, wanted) => actual <= wanted),
        ["NumericGreaterThan"] = Valued(false, Values.Number, static (actual, wanted) => actual > wanted),
        ["NumericGreaterThanEquals"] = Valued(false, Values.Number, static (actual, wanted) => actual >= wanted),
        ["DateEquals"] = Valued(false, Values.Time, static (actual, wanted) => actual == wanted),
        ["DateNotEquals"] = Valued(true, Values.Time, static (actual, wanted) => actual == wanted),
        ["DateLessThan"] = Valued(false, Values.Time, static (actual, wanted) => actual < wanted),
        ["DateLessThanEquals"] = Valued(false, Values.Time, static (actual, wanted) => actual <= wanted),
        ["DateGreaterThan"] = Valued(false, Values.Time, static (actual, wanted) => actual > wanted),
        ["DateGreaterThanEquals"] = Valued(false, Values.Time, static (actual, wanted) => actual >= wanted),
    };

    public static Comparison? Find(string name) => Known.GetValueOrDefault(name);

    public bool Accepts(TextPattern value) => value.HasVariables || IsWellFormed(value.Text);

    private static Comparison Text(bool isNegated, Func<TextPattern, string, ConditionContext, bool> test) => new(isNegated, test, static _ => true);

    private static Comparison Arn(bool isNegated) => new(
        isNegated, static (wanted, actual, context) => wanted.IsLikeArn(actual, context), static text => text.Split(':') is ["arn", _, _, _, _, _, ..]);

    private static Comparison Valued<T>(bool isNegated, Func<string, T?> read, Func<T, T, bool> test)
        where T : struct => new(
        isNegated,
        (wanted, actual, context) => wanted.Resolve(context) is { } text && read(text) is { } limit && read(actual) is { } value && test(value, limit),
        text => read(text) is not null);
}
