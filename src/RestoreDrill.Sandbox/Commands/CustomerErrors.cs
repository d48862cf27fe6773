using Amazon.Runtime;
using Npgsql;

namespace RestoreDrill.Sandbox.Commands;

/// <summary>Turns what can go wrong for a customer into one line and exit code 1.</summary>
internal static class CustomerErrors
{
    public static async Task<int> TellAsync(TextWriter error, Func<Task> work, CancellationToken ct)
    {
        try
        {
            await work();
            return 0;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return 0;
        }
        catch (Exception failure) when (failure is InvalidOperationException or ArgumentException or AmazonClientException or NpgsqlException or IOException or HttpRequestException)
        {
            var request = failure is AmazonServiceException { RequestId: { } id } ? $" (request {id})" : "";
            await error.WriteLineAsync(failure.Message + request);
            return 1;
        }
    }
}
