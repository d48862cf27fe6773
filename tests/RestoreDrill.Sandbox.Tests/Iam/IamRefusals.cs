using System.Net;
using Amazon.Runtime;

namespace RestoreDrill.Sandbox.Tests.Iam;

/// <summary>What a call was refused with.</summary>
internal static class IamRefusals
{
    /// <summary>The call fails with that exception, and with that status and text.</summary>
    public static async Task RefusedAsync<T>(HttpStatusCode status, string text, Func<Task> call)
        where T : AmazonServiceException
    {
        var refusal = await Assert.ThrowsAsync<T>(call);
        Assert.Equal((status, text), (refusal.StatusCode, refusal.Message));
        Assert.False(string.IsNullOrEmpty(refusal.RequestId), "a refusal has a request id");
    }

    /// <summary>The call fails with a code that has no exception of its own.</summary>
    public static async Task RefusedAsync(string code, string text, Func<Task> call)
    {
        var refusal = await Assert.ThrowsAnyAsync<AmazonServiceException>(call);
        Assert.Equal((code, text), (refusal.ErrorCode, refusal.Message));
    }

    /// <summary>The call fails for want of a permission, and says which.</summary>
    public static async Task DeniedAsync(string permission, Func<Task> call)
    {
        var refusal = await Assert.ThrowsAnyAsync<AmazonServiceException>(call);
        Assert.Equal(("AccessDenied", HttpStatusCode.Forbidden), (refusal.ErrorCode, refusal.StatusCode));
        Assert.Contains($"is not authorized to perform: {permission}", refusal.Message, StringComparison.Ordinal);
    }
}
