using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Kms.Access;

/// <summary>A key has one policy, which is called <c>default</c>.</summary>
internal static class KeyPolicyName
{
    public const string Only = "default";

    /// <exception cref="AwsError">NotFoundException: another one was named.</exception>
    public static void Check(KmsCall call)
    {
        if (call.Parameters.Text("PolicyName") is not (null or Only))
        {
            throw KmsError.NotFound("No such policy exists");
        }
    }
}
