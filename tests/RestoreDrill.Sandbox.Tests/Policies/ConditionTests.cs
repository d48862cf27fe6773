using System.Globalization;
using RestoreDrill.Sandbox.Policies;

namespace RestoreDrill.Sandbox.Tests.Policies;

public sealed class ConditionTests
{
    [Theory]
    [InlineData("StringEquals", "\"a\"", "a", true)]
    [InlineData("StringEquals", "\"a\"", "A", false)]
    [InlineData("StringEquals", "[\"x\",\"a\"]", "a", true)]
    [InlineData("StringEquals", "\"a*\"", "ab", false)]
    [InlineData("StringEquals", "\"a*\"", "a*", true)]
    [InlineData("StringEquals", "\"${aws:PrincipalAccount}\"", "111111111111", true)]
    [InlineData("StringEquals", "\"${aws:PrincipalTag/team}\"", "", false)]
    [InlineData("StringNotEquals", "\"a\"", "b", true)]
    [InlineData("StringNotEquals", "[\"a\",\"b\"]", "b", false)]
    [InlineData("StringEqualsIgnoreCase", "\"a\"", "A", true)]
    [InlineData("StringNotEqualsIgnoreCase", "\"a\"", "A", false)]
    [InlineData("StringLike", "\"rds.*.amazonaws.com\"", "rds.eu-west-1.amazonaws.com", true)]
    [InlineData("StringLike", "\"rds.*.amazonaws.com\"", "rds.amazonaws.com", false)]
    [InlineData("StringLike", "\"a?c\"", "abc", true)]
    [InlineData("StringLike", "\"a${*}c\"", "abc", false)]
    [InlineData("StringLike", "\"a${*}c\"", "a*c", true)]
    [InlineData("StringNotLike", "\"a*\"", "abc", false)]
    [InlineData("StringNotLike", "\"a*\"", "bc", true)]
    [InlineData("ArnLike", "\"arn:aws:iam::*:role/x*\"", "arn:aws:iam::111111111111:role/xy", true)]
    [InlineData("ArnEquals", "\"arn:aws:iam::*:role/x*\"", "arn:aws:iam::111111111111:role/xy", true)]
    [InlineData("ArnLike", "\"arn:aws:rds:*:snapshot:x\"", "arn:aws:rds:eu-west-1:111111111111:snapshot:x", false)]
    [InlineData("ArnLike", "\"arn:aws:rds:*:*:snapshot:*\"", "arn:aws:rds:eu-west-1:111111111111:snapshot:x", true)]
    [InlineData("ArnLike", "\"arn:aws:iam::${aws:PrincipalAccount}:role/x\"", "arn:aws:iam::111111111111:role/x", true)]
    [InlineData("ArnLike", "\"arn:aws:iam::*:role/x\"", "not an ARN", false)]
    [InlineData("ArnNotLike", "\"arn:aws:iam::*:role/x*\"", "arn:aws:iam::111111111111:role/xy", false)]
    [InlineData("ArnNotEquals", "\"arn:aws:iam::*:role/x\"", "arn:aws:iam::111111111111:role/y", true)]
    [InlineData("Bool", "\"true\"", "true", true)]
    [InlineData("Bool", "true", "false", false)]
    [InlineData("Bool", "\"true\"", "perhaps", false)]
    [InlineData("NumericEquals", "10", "10.0", true)]
    [InlineData("NumericNotEquals", "10", "11", true)]
    [InlineData("NumericLessThan", "\"10\"", "9", true)]
    [InlineData("NumericLessThan", "\"10\"", "10", false)]
    [InlineData("NumericLessThanEquals", "10", "10", true)]
    [InlineData("NumericGreaterThan", "10", "9", false)]
    [InlineData("NumericGreaterThanEquals", "10", "10", true)]
    [InlineData("NumericGreaterThan", "10", "many", false)]
    [InlineData("DateLessThan", "\"2026-03-01T00:00:00Z\"", "2026-02-26T22:00:00Z", true)]
    [InlineData("DateLessThan", "\"2026-02-01T00:00:00Z\"", "2026-02-26T22:00:00Z", false)]
    [InlineData("DateGreaterThan", "\"2026-02-26\"", "2026-02-26T22:00:00.5Z", true)]
    [InlineData("DateGreaterThan", "1772143200", "2026-02-26T22:00:01Z", true)]
    [InlineData("DateEquals", "1772143200", "2026-02-26T22:00:00Z", true)]
    [InlineData("StringEqualsIfExists", "\"a\"", "b", false)]
    [InlineData("Null", "\"true\"", "a", false)]
    [InlineData("Null", "false", "a", true)]
    public void Value_is_compared(string operation, string values, string actual, bool expected) =>
        Assert.Equal(expected, Holds(operation, values, actual));

    [Theory]
    [InlineData("StringEquals", "\"a\"", false)]
    [InlineData("StringLike", "\"*\"", false)]
    [InlineData("ArnLike", "\"arn:aws:iam::*:role/x\"", false)]
    [InlineData("Bool", "false", false)]
    [InlineData("NumericLessThan", "1", false)]
    [InlineData("DateGreaterThan", "0", false)]
    [InlineData("StringNotEquals", "\"a\"", true)]
    [InlineData("StringNotLike", "\"*\"", true)]
    [InlineData("ArnNotLike", "\"arn:aws:iam::*:role/x\"", true)]
    [InlineData("NumericNotEquals", "1", true)]
    [InlineData("StringEqualsIfExists", "\"a\"", true)]
    [InlineData("BoolIfExists", "true", true)]
    [InlineData("StringNotEqualsIfExists", "\"a\"", true)]
    [InlineData("ForAllValues:StringEquals", "\"a\"", true)]
    [InlineData("ForAllValues:StringNotEquals", "\"a\"", true)]
    [InlineData("ForAnyValue:StringEquals", "\"a\"", false)]
    [InlineData("ForAnyValue:StringNotEquals", "\"a\"", false)]
    [InlineData("ForAnyValue:StringEqualsIfExists", "\"a\"", true)]
    [InlineData("Null", "true", true)]
    [InlineData("Null", "\"false\"", false)]
    public void Missing_key_is_as_AWS_has_it(string operation, string values, bool expected) => Assert.Equal(expected, Holds(operation, values));

    [Theory]
    [InlineData("ForAllValues:StringEquals", "[\"a\",\"b\"]", true, "a", "b")]
    [InlineData("ForAllValues:StringEquals", "[\"a\",\"b\"]", false, "a", "c")]
    [InlineData("ForAnyValue:StringEquals", "[\"a\",\"b\"]", true, "c", "b")]
    [InlineData("ForAnyValue:StringEquals", "[\"a\",\"b\"]", false, "c", "d")]
    [InlineData("ForAllValues:StringNotEquals", "[\"a\",\"b\"]", true, "c", "d")]
    [InlineData("ForAllValues:StringNotEquals", "[\"a\",\"b\"]", false, "a", "d")]
    [InlineData("ForAnyValue:StringNotEquals", "\"a\"", true, "a", "d")]
    [InlineData("ForAnyValue:StringLike", "\"restoredrill:*\"", true, "owner", "restoredrill:run")]
    [InlineData("ForAllValues:StringLikeIfExists", "\"restoredrill:*\"", false, "owner", "restoredrill:run")]
    [InlineData("StringEquals", "\"a\"", true, "a", "b")]
    [InlineData("StringNotEquals", "\"a\"", false, "a", "b")]
    public void Set_of_values_is_compared(string operation, string values, bool expected, params string[] actual) =>
        Assert.Equal(expected, Holds(operation, values, actual));

    [Fact]
    public void All_keys_of_all_operators_have_to_hold_and_their_case_does_not_count()
    {
        const string conditions = """{"StringEquals":{"aws:A":"1","aws:B":"2"},"Bool":{"aws:C":"true"}}""";

        Assert.True(Holds(conditions, Asked.Context(("AWS:a", ["1"]), ("aws:b", ["2"]), ("aws:c", ["true"]))));
        Assert.False(Holds(conditions, Asked.Context(("aws:A", ["1"]), ("aws:B", ["3"]), ("aws:C", ["true"]))));
        Assert.False(Holds(conditions, Asked.Context(("aws:A", ["1"]), ("aws:B", ["2"]), ("aws:C", ["false"]))));
    }

    private static bool Holds(string operation, string values, params string[] actual) => Holds(
        string.Create(CultureInfo.InvariantCulture, $$$"""{"{{{operation}}}":{"test:Key":{{{values}}}}}"""),
        Asked.Context(("test:Key", actual), ("aws:PrincipalAccount", ["111111111111"])));

    private static bool Holds(string conditions, ConditionContext context)
    {
        var policy = Asked.Policy(PolicyKind.Identity, Asked.Statement("Allow", "One", more: $",\"Resource\":\"*\",\"Condition\":{conditions}"));
        return PolicyEvaluator.Decide(Asked.For(Asked.Session, context: context), new ApplicablePolicies([policy])).IsAllowed;
    }
}
