namespace RestoreDrill.Sandbox.Policies;

/// <summary>One question to the policies.</summary>
/// <param name="Caller">Who asks.</param>
/// <param name="Action">For example <c>rds:CopyDBSnapshot</c>.</param>
/// <param name="Resource">The ARN of one resource; an operation that touches several asks for each.</param>
/// <param name="ResourceAccountId">Whose the resource is.</param>
/// <param name="Context">The condition keys of the request.</param>
internal sealed record PolicyRequest(PolicyCaller Caller, string Action, string Resource, string ResourceAccountId, ConditionContext Context);
