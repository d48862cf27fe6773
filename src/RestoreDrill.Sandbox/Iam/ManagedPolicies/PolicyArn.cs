namespace RestoreDrill.Sandbox.Iam.ManagedPolicies;

/// <summary>The managed policy that a call names.</summary>
internal static class PolicyArn
{
    /// <exception cref="Http.AwsError">ValidationError: it is no ARN of a policy.</exception>
    public static string Of(IamCall call)
    {
        var named = call.Required("PolicyArn");
        return named.Split(':') is ["arn", "aws", "iam", "", { Length: > 0 }, ['p', 'o', 'l', 'i', 'c', 'y', '/', _, ..]]
            ? named
            : throw IamError.Validation($"ARN {named} is not valid.");
    }
}
