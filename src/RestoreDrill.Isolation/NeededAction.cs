namespace RestoreDrill.Isolation;

/// <summary>An action that a change takes, for the service control policies that may forbid it.</summary>
/// <param name="Action">For example <c>iam:PutRolePolicy</c>.</param>
/// <param name="Resource">The ARN that it is done to; <c>*</c> where the change makes it.</param>
public sealed record NeededAction(string Action, string Resource);
