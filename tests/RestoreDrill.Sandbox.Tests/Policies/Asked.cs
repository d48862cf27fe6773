using RestoreDrill.Sandbox.Policies;

namespace RestoreDrill.Sandbox.Tests.Policies;

/// <summary>Requests and policies, in few words.</summary>
internal static class Asked
{
    public const string Here = "111111111111";
    public const string Elsewhere = "222222222222";
    public const string Management = "333333333333";
    public const string Key = "arn:aws:kms:eu-west-1:111111111111:key/1234";

    public static readonly PolicyCaller Session = new(
        Here, $"arn:aws:sts::{Here}:assumed-role/operator/at-night", $"arn:aws:iam::{Here}:role/operator");

    public static readonly PolicyCaller Stranger = new(
        Elsewhere, $"arn:aws:sts::{Elsewhere}:assumed-role/operator/at-night", $"arn:aws:iam::{Elsewhere}:role/operator");

    public static PolicyRequest For(PolicyCaller caller, string action = "kms:Decrypt", string resource = Key, ConditionContext? context = null) =>
        new(caller, action, resource, Here, context ?? ConditionContext.Empty);

    public static ConditionContext Context(params (string Key, string[] Values)[] keys) =>
        new(keys.Select(key => KeyValuePair.Create(key.Key, (IReadOnlyList<string>)key.Values)));

    public static NamedPolicy Policy(PolicyKind kind, params string[] statements) => new(
        kind.ToString(), PolicyParser.Parse($$"""{"Version":"2012-10-17","Statement":[{{string.Join(',', statements)}}]}""", kind));

    /// <summary>A statement with what a policy of that kind needs, the members given laid over it.</summary>
    public static string Statement(string effect, string sid, string action = "*", string? principal = null, string more = "") =>
        $$"""{"Sid":"{{sid}}","Effect":"{{effect}}","Action":"{{action}}"{{(principal is null ? "" : $",\"Principal\":{principal}")}}{{more}}}""";
}
