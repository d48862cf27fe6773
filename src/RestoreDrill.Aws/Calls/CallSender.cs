using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Xml;
using Amazon.Runtime;
using RestoreDrill.Aws.Access;
using RestoreDrill.Core.Cloud;

namespace RestoreDrill.Aws.Calls;

/// <summary>
/// Sends one call: bounded in time, noted when answered, and turned into one <see cref="CloudException"/> when refused or not answered.
/// The caller's own cancellation stays an <see cref="OperationCanceledException"/>.
/// </summary>
internal sealed class CallSender(AccountAccess access, AWSCredentials first, AssumedRole? role, TimeProvider time)
{
    /// <summary>A call that describes.</summary>
    public Task<TResponse> AskAsync<TRequest, TResponse>(
        string operation, string subject, Func<TRequest, CancellationToken, Task<TResponse>> call, TRequest request, CancellationToken cancellationToken)
        where TResponse : AmazonWebServiceResponse
        => SendAsync(new CloudCall(operation, $"{subject} {access.Where}", false, null), call, request, cancellationToken);

    /// <summary>A call that changes something.</summary>
    public Task<TResponse> ChangeAsync<TRequest, TResponse>(
        string operation, string subject, Func<TRequest, CancellationToken, Task<TResponse>> call, TRequest request, CancellationToken cancellationToken)
        where TResponse : AmazonWebServiceResponse
        => SendAsync(new CloudCall(operation, $"{subject} {access.Where}", true, null), call, request, cancellationToken);

    /// <summary>A call that describes one thing by name; null when AWS answers with <paramref name="notFoundCode"/>, and with no other.</summary>
    public async Task<TResponse?> LookAsync<TRequest, TResponse>(
        string operation,
        string subject,
        string notFoundCode,
        Func<TRequest, CancellationToken, Task<TResponse>> call,
        TRequest request,
        CancellationToken cancellationToken)
        where TResponse : AmazonWebServiceResponse
    {
        try
        {
            return await AskAsync(operation, subject, call, request, cancellationToken);
        }
        catch (CloudException e) when (e.Code == notFoundCode && e.Operation == operation)
        {
            CloudCallLog.Note(new CloudCall(operation, e.Subject, false, e.RequestId));
            return null;
        }
    }

    /// <summary>Signs something that is not sent from here. Only the credentials behind it may have to be fetched.</summary>
    public async Task<string> SignAsync(string operation, string subject, Func<Task<string>> sign, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var limit = new CancellationTokenSource(3 * access.CallTimeout, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            await RenewAsync(linked.Token);
            return await sign().WaitAsync(linked.Token);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            throw Translate(new CloudCall(operation, $"{subject} {access.Where}", false, null), e);
        }
    }

    private async Task<TResponse> SendAsync<TRequest, TResponse>(
        CloudCall asked, Func<TRequest, CancellationToken, Task<TResponse>> call, TRequest request, CancellationToken cancellationToken)
        where TResponse : AmazonWebServiceResponse
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var limit = new CancellationTokenSource(3 * access.CallTimeout, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        var renewed = false;
        while (true)
        {
            string? key = null;
            try
            {
                await RenewAsync(linked.Token);
                key = role?.CurrentKey;
                var response = await call(request, linked.Token).WaitAsync(linked.Token);
                CloudCallLog.Note(asked with { RequestId = response.ResponseMetadata?.RequestId });
                return response;
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                if (e is AmazonServiceException refused && FaultCodes.IsExpiredSession(refused.ErrorCode) && role is not null && key is not null && !renewed)
                {
                    renewed = true;
                    role.Forget(key);
                    continue;
                }

                throw Translate(asked, e);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                throw new OperationCanceledException($"{asked.Operation} for {asked.Subject} was cancelled.", e, cancellationToken);
            }
        }
    }

    /// <summary>Fetched before the call: the SDK's signer asks without waiting, so what has to come over the network would block it.</summary>
    private async Task RenewAsync(CancellationToken cancellationToken)
    {
        if ((role ?? first as AssumedRole) is { } session)
        {
            await session.RenewAsync(cancellationToken);
        }
        else
        {
            await first.GetCredentialsAsync().WaitAsync(cancellationToken);
        }
    }

    private CloudException Translate(CloudCall asked, Exception cause)
    {
        if (InChain<CloudException>(cause) is { } known)
        {
            return known;
        }

        return cause switch
        {
            _ when InChain<AmazonUnmarshallingException>(cause) is not null || InChain<XmlException>(cause) is not null || InChain<JsonException>(cause) is not null =>
                Lost(asked, $"the answer could not be read: {cause.Message}", cause),
            AmazonServiceException refused when refused.StatusCode != 0 => Refused(asked, refused),
            _ when IsTransport(cause) => Lost(asked, Words(cause), cause),
            _ => new CloudException(CloudFault.Other, asked.Operation, asked.Subject, null, null, Words(cause), cause),
        };
    }

    private static CloudException Refused(CloudCall asked, AmazonServiceException refused)
    {
        var fault = FaultCodes.Of(refused.ErrorCode, (int)refused.StatusCode);
        var code = string.IsNullOrEmpty(refused.ErrorCode) ? string.Create(CultureInfo.InvariantCulture, $"HTTP {(int)refused.StatusCode}") : refused.ErrorCode;
        return new CloudException(
            fault, asked.Operation, asked.Subject, code, refused.RequestId, Sentence(refused.Message) + Advice.For(fault, asked.Changes), refused);
    }

    private CloudException Lost(CloudCall asked, string words, Exception cause) => new(
        CloudFault.Unreachable,
        asked.Operation,
        asked.Subject,
        null,
        null,
        Sentence($"{words} ({access.Endpoint?.ToString() ?? access.Region})") + Advice.For(CloudFault.Unreachable, asked.Changes),
        cause);

    private static bool IsTransport(Exception cause) =>
        InChain<HttpRequestException>(cause) is not null || InChain<IOException>(cause) is not null || InChain<SocketException>(cause) is not null
        || InChain<TimeoutException>(cause) is not null || InChain<WebException>(cause) is not null || cause is OperationCanceledException;

    private string Words(Exception cause)
    {
        if (cause is OperationCanceledException or TimeoutException)
        {
            return string.Create(CultureInfo.InvariantCulture, $"no answer within {access.CallTimeout.TotalSeconds:0.#} s");
        }

        var root = cause.GetBaseException();
        return root == cause ? cause.Message : $"{cause.Message.TrimEnd('.', ' ')}: {root.Message}";
    }

    private static string Sentence(string words) => words.TrimEnd().TrimEnd('.') + ". ";

    private static T? InChain<T>(Exception? cause)
        where T : Exception
    {
        while (cause is not null and not T)
        {
            cause = cause.InnerException;
        }

        return cause as T;
    }
}
