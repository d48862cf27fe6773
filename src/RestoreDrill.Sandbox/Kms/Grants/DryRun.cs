using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Kms.Grants;

/// <summary>The parameter that has a call checked and not carried out.</summary>
internal static class DryRun
{
    /// <exception cref="AwsError">DryRunOperationException: it was asked for.</exception>
    public static void Stop(KmsCall call)
    {
        if (call.Parameters.Flag("DryRun") == true)
        {
            throw new AwsError("DryRunOperationException", "The request would have succeeded, but the DryRun option is set.");
        }
    }
}
