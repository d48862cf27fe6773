using System.Text.Json;
using System.Text.RegularExpressions;
using RestoreDrill.Sandbox.Policies.Conditions;

namespace RestoreDrill.Sandbox.Policies;

/// <summary>Reads one statement. Which elements it may and must have depends on what its policy hangs on.</summary>
internal static partial class StatementParser
{
    private static readonly string[] Elements =
    [
        "Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition",
    ];

    public static PolicyStatement Parse(JsonElement element, PolicyKind kind, string number)
    {
        var members = PolicyJson.Members(element, "statement", Elements);
        var effect = !members.TryGetValue("Effect", out var written) ? throw Malformed.Because("A statement needs an Effect.")
            : PolicyJson.Text(written, "Effect") switch
            {
                nameof(PolicyEffect.Allow) => PolicyEffect.Allow,
                nameof(PolicyEffect.Deny) => PolicyEffect.Deny,
                var other => throw Malformed.Because($"Invalid effect: {other}."),
            };
        return new PolicyStatement(
            members.TryGetValue("Sid", out var sid) ? Sid(PolicyJson.Text(sid, "Sid"), kind) : number,
            effect,
            Actions(members),
            Resources(members, kind),
            Principals(members, kind, effect),
            members.TryGetValue("Condition", out var condition) ? Conditions(condition) : []);
    }

    private static string Sid(string sid, PolicyKind kind) => kind == PolicyKind.Resource || PlainSid().IsMatch(sid)
        ? sid
        : throw Malformed.Because($"Statement IDs (SID) must be alpha-numeric: {sid}.");

    private static ActionMatch Actions(Dictionary<string, JsonElement> members)
    {
        var (element, isNegated) = OneOf(members, "Action") ?? throw Malformed.Because("A statement needs an Action or a NotAction.");
        return new ActionMatch([.. PolicyJson.Texts(element, "Action").Select(Action)], isNegated);
    }

    private static TextPattern Action(string text) => ActionName().IsMatch(text)
        ? PolicyJson.Pattern(text, "Action")
        : throw Malformed.Because($"Actions must be prefaced by a service, such as rds:CopyDBSnapshot: {text}.");

    private static ResourceMatch? Resources(Dictionary<string, JsonElement> members, PolicyKind kind)
    {
        var named = OneOf(members, "Resource");
        if (kind == PolicyKind.Trust)
        {
            return named is null ? null : throw Malformed.Because("A trust policy has no Resource.");
        }

        var (element, isNegated) = named ?? throw Malformed.Because("A statement needs a Resource or a NotResource.");
        return new ResourceMatch([.. PolicyJson.Texts(element, "Resource").Select(Resource)], isNegated);
    }

    private static TextPattern Resource(string text) => text == "*" || text.Split(':') is ["arn", _, not ("" or "*"), _, _, not "", ..]
        ? PolicyJson.Pattern(text, "Resource")
        : throw Malformed.Because($"Resource {text} must be in ARN format or \"*\".");

    private static PrincipalMatch? Principals(Dictionary<string, JsonElement> members, PolicyKind kind, PolicyEffect effect)
    {
        var named = OneOf(members, "Principal");
        if (kind is PolicyKind.Identity or PolicyKind.ServiceControl)
        {
            return named is null ? null : throw Malformed.Because("This policy must not name principals.");
        }

        var (element, isNegated) = named ?? throw Malformed.Because("A statement of this policy needs a Principal.");
        return isNegated && (kind == PolicyKind.Trust || effect == PolicyEffect.Allow)
            ? throw Malformed.Because("NotPrincipal is for denials in the policies of resources only.")
            : new PrincipalMatch(PrincipalParser.Parse(element), isNegated);
    }

    private static List<ConditionTerm> Conditions(JsonElement element) =>
    [
        .. from block in PolicyJson.Members(element, "condition")
           let asked = ConditionOperator.TryParse(block.Key) ?? throw Malformed.Because($"Unknown condition operator: {block.Key}.")
           from term in PolicyJson.Members(block.Value, $"condition {block.Key}")
           select Term(asked, block.Key, term.Key, term.Value),
    ];

    private static ConditionTerm Term(ConditionOperator asked, string name, string key, JsonElement values)
    {
        if (!ConditionKey().IsMatch(key))
        {
            throw Malformed.Because($"Condition keys must be prefaced by a service, such as aws:PrincipalArn: {key}.");
        }

        var what = $"The value of {key}";
        var patterns = PolicyJson.Many(values, what).Select(value => PolicyJson.Pattern(PolicyJson.Scalar(value, what), what)).ToList();
        return patterns.Find(pattern => !asked.Accepts(pattern)) is { } wrong
            ? throw Malformed.Because($"{name} cannot compare {key} with \"{wrong.Text}\".")
            : new ConditionTerm(asked, key, patterns);
    }

    /// <summary>The element of that name or its negation; both are one too many.</summary>
    private static (JsonElement Element, bool IsNegated)? OneOf(Dictionary<string, JsonElement> members, string name) =>
        (members.TryGetValue(name, out var plain), members.TryGetValue("Not" + name, out var negated)) switch
        {
            (true, true) => throw Malformed.Because($"A statement has {name} or Not{name}, not both."),
            (true, false) => (plain, false),
            (false, true) => (negated, true),
            _ => null,
        };

    [GeneratedRegex(@"^[A-Za-z0-9]+\z")]
    private static partial Regex PlainSid();

    [GeneratedRegex(@"^(\*|[A-Za-z0-9-]+:[A-Za-z0-9*?]+)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex ActionName();

    [GeneratedRegex(@"^[A-Za-z0-9-]+:[^\s]+\z")]
    private static partial Regex ConditionKey();
}
