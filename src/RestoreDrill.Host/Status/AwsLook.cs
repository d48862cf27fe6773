using RestoreDrill.Core.Cloud;

namespace RestoreDrill.Host.Status;

/// <summary>What AWS answered, or why it did not. Status is told even when AWS is away; what was not seen is said.</summary>
internal sealed record AwsLook<T>(T? Answer, string? NotChecked)
    where T : class
{
    /// <summary>Asks, and gives up after <paramref name="patience"/>.</summary>
    public static async Task<AwsLook<T>> AtAsync(Func<CancellationToken, Task<T>> ask, TimeSpan patience, TimeProvider time, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return new AwsLook<T>(await ask(either.Token), null);
        }
        catch (CloudException exception)
        {
            return new AwsLook<T>(null, exception.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new AwsLook<T>(null, $"no answer within {patience.TotalSeconds:0} s");
        }
    }
}
