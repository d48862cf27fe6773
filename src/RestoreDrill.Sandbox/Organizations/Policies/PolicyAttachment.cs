namespace RestoreDrill.Sandbox.Organizations.Policies;

/// <summary>That a policy hangs on a root, an organisational unit or an account.</summary>
internal sealed record PolicyAttachment(string PolicyId, string TargetId);
