using System.Text.RegularExpressions;

namespace RestoreDrill.Sandbox.Policies;

/// <summary>One principal that a policy names: everybody, an account, a user, a role, a session of a role, or an AWS service. Wildcards are for everybody only.</summary>
internal sealed partial class PrincipalPattern
{
    private readonly string? name;
    private readonly string? account;

    private PrincipalPattern(string? name, string? account) => (this.name, this.account) = (name, account);

    /// <summary>The ARN of an account's root, a user, a role or a session, or the name of a service; null for everybody.</summary>
    public string? Name => name;

    /// <summary><c>"*"</c> or <c>{"AWS": "*"}</c>.</summary>
    public static PrincipalPattern Everybody { get; } = new(null, null);

    /// <summary>A member of the element AWS: twelve digits or an ARN; null if it is neither.</summary>
    public static PrincipalPattern? OfAws(string text)
    {
        if (text == "*")
        {
            return Everybody;
        }

        if (AccountId().IsMatch(text))
        {
            return new PrincipalPattern(PolicyCaller.RootOf(text), text);
        }

        // What is left of a user or a role that is gone: the unique id, which is nobody's any more.
        if (UniqueId().IsMatch(text))
        {
            return new PrincipalPattern(text, null);
        }

        return !Arn().IsMatch(text) ? null : new PrincipalPattern(text, text.EndsWith(":root", StringComparison.Ordinal) ? text.Split(':')[4] : null);
    }

    /// <summary>A member of the element Service, such as <c>backup.amazonaws.com</c>; null if it is not one.</summary>
    public static PrincipalPattern? OfService(string text) => Service().IsMatch(text) ? new PrincipalPattern(text, null) : null;

    public PrincipalReach Reach(PolicyCaller caller) =>
        name is null ? PrincipalReach.ByName
        : account is not null ? (account == caller.AccountId ? PrincipalReach.ByAccount : PrincipalReach.None)
        : caller.Names.Contains(name) ? PrincipalReach.ByName
        : PrincipalReach.None;

    /// <summary>Whether this is the principal of that name, or everybody.</summary>
    public bool IsNamed(string other) => name is null || name == other;

    [GeneratedRegex(@"^A(IDA|ROA)[A-Z2-7]{17}\z", RegexOptions.ExplicitCapture)]
    private static partial Regex UniqueId();

    [GeneratedRegex(@"^[0-9]{12}\z")]
    private static partial Regex AccountId();

    [GeneratedRegex(@"^arn:aws:(iam::[0-9]{12}:(root|(user|role)/[\w+=,.@/-]+)|sts::[0-9]{12}:assumed-role/[\w+=,.@-]+/[\w+=,.@-]+)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Arn();

    [GeneratedRegex(@"^[a-z0-9-]+(\.[a-z0-9-]+)*\.amazonaws\.com\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Service();
}
