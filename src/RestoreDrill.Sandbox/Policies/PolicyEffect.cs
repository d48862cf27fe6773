namespace RestoreDrill.Sandbox.Policies;

internal enum PolicyEffect
{
    Allow,
    Deny,
}
