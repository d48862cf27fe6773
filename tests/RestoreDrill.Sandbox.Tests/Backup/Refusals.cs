using Amazon.Runtime;

namespace RestoreDrill.Sandbox.Tests.Backup;

/// <summary>What a call was refused with.</summary>
internal static class Refusals
{
    /// <summary>The call fails with that exception, and says that.</summary>
    public static async Task<T> RefusedAsync<T>(Func<Task> call, string text)
        where T : AmazonServiceException
    {
        var refusal = await Assert.ThrowsAsync<T>(call);
        Assert.Contains(text, refusal.Message, StringComparison.Ordinal);
        Assert.False(string.IsNullOrEmpty(refusal.RequestId), "a refusal has a request id");
        return refusal;
    }
}
