namespace RestoreDrill.Sandbox.Control;

/// <summary>A call that the sandbox received, as it went. Holds no secret: of the parameters only what the call was about.</summary>
/// <param name="Number">Counts from 1.</param>
/// <param name="Time">Of the sandbox's clock.</param>
/// <param name="Service">As signed: <c>rds</c>, <c>sts</c>, <c>iam</c>, <c>kms</c>, <c>backup</c>, <c>organizations</c>, <c>s3</c>.</param>
/// <param name="Action">The operation.</param>
/// <param name="Account">The caller's account id, or null if the caller was not proven.</param>
/// <param name="Role">The assumed role's name, or null.</param>
/// <param name="Region">As signed.</param>
/// <param name="Resource">The ARN it was about, or <c>*</c>.</param>
/// <param name="Outcome"><c>ok</c>, an error code, or <c>lost</c> for a dropped connection.</param>
/// <param name="CarriedOut">Whether the operation was done, whatever the answer.</param>
/// <param name="RequestId">As answered.</param>
public sealed record LoggedCall(
    int Number, DateTimeOffset Time, string Service, string Action, string? Account, string? Role, string Region, string Resource,
    string Outcome, bool CarriedOut, string RequestId);
