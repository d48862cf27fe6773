using RestoreDrill.Sandbox.Policies;

namespace RestoreDrill.Sandbox.Accounts;

/// <summary>One permission that a call needs.</summary>
/// <param name="Action">For example <c>rds:CopyDBSnapshot</c>.</param>
/// <param name="Resource">The ARN, or one with <c>*</c> for all of a kind.</param>
/// <param name="ResourceAccountId">Whose it is.</param>
/// <param name="Keys">Condition keys beside those that every request has.</param>
/// <param name="Policy">The resource's own policy, where its kind has one.</param>
internal sealed record AccessCheck(
    string Action, string Resource, string ResourceAccountId, IReadOnlyList<(string Key, string[] Values)> Keys, ResourcePolicy? Policy = null)
{
    /// <summary>Whether an AWS service asks in the caller's name (forward access sessions).</summary>
    public bool IsViaService { get; init; }
}
