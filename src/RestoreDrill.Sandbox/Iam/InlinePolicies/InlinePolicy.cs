using RestoreDrill.Sandbox.Policies;

namespace RestoreDrill.Sandbox.Iam.InlinePolicies;

/// <summary>A policy that is part of a role, as it was put; it can be parsed.</summary>
/// <param name="Name">Its name in the role.</param>
/// <param name="Text">JSON.</param>
/// <param name="Installation">The installation that this is the shipped policy for; null once a call has put it.</param>
internal sealed record InlinePolicy(string Name, string Text, string? Installation = null)
{
    private NamedPolicy? read;

    public NamedPolicy Read() => read ??= new NamedPolicy(Name, PolicyParser.Parse(Text, PolicyKind.Identity));
}
