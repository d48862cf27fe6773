using RestoreDrill.Sandbox.Accounts;

namespace RestoreDrill.Sandbox.Http;

/// <summary>One authenticated call.</summary>
/// <param name="RequestId">The id in the answer and in the call log.</param>
/// <param name="Service"><c>rds</c>, <c>sts</c>, <c>iam</c>, <c>kms</c>, <c>backup</c>, <c>organizations</c> or <c>s3</c>: the service of the credential scope.</param>
/// <param name="Region">The region of the credential scope.</param>
/// <param name="Action">The operation's name.</param>
/// <param name="Caller">Who signed it.</param>
/// <param name="Parameters">What was asked.</param>
internal sealed record AwsCall(string RequestId, string Service, string Region, string Action, Principal Caller, CallParameters Parameters)
{
    public string AccountId => Caller.AccountId;
}
