using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using RestoreDrill.Aws.Calls;
using RestoreDrill.Core.Cloud;

namespace RestoreDrill.Aws.Access;

/// <summary>Credentials of a role's session, renewed before they end.</summary>
/// <remarks>
/// The end is reckoned from the length that was asked for, on the monotonic clock, never from STS's expiry time: a host whose clock is
/// wrong would take a fresh session for an expired one.
/// </remarks>
internal sealed class AssumedRole(AccountAccess access, IAmazonSecurityTokenService sts, CallSender calls, TimeProvider time) : AWSCredentials, IDisposable
{
    /// <summary>The longest a role's session may last when its caller is a role's session itself (role chaining).</summary>
    private static readonly TimeSpan Length = TimeSpan.FromHours(1);
    private static readonly TimeSpan RenewBefore = TimeSpan.FromMinutes(5);

    private const string Operation = "sts:AssumeRole";

    private readonly SemaphoreSlim _gate = new(1, 1);
    private Session? _session;

    /// <summary>Whether there is a session with time left.</summary>
    public bool IsLive => Elapsed < Length - RenewBefore;

    /// <summary>The session in use. The SDK's signer asks for it in the middle of a call, without a way to wait: <see cref="RenewAsync"/> comes first.</summary>
    public override ImmutableCredentials GetCredentials() =>
        _session?.Credentials ?? throw new InvalidOperationException("A call was signed before the role's session was made.");

    public override Task<ImmutableCredentials> GetCredentialsAsync() => Task.FromResult(GetCredentials());

    /// <summary>Makes sure that there is a session with time left.</summary>
    /// <exception cref="CloudException">STS refused, or did not answer; or a person would have to sign in.</exception>
    public async Task RenewAsync(CancellationToken cancellationToken)
    {
        if (IsLive)
        {
            return;
        }

        if (access.NeedsSecondFactor)
        {
            // What is under way is not broken off before its time.
            if (Elapsed < Length)
            {
                return;
            }

            throw new CloudException(
                CloudFault.Credentials, Operation, Subject, null, null, "The role is taken on with a second factor, and there is no session with time left. Nothing was sent to AWS. Sign in again.");
        }

        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (!IsLive)
            {
                await TakeOnAsync(null, null, cancellationToken);
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Takes the role on, whatever session there was.</summary>
    /// <param name="device">The device, by ARN or serial number; null: without a second factor.</param>
    /// <param name="code">What it shows; used up by this.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="CloudException">STS refused, or did not answer.</exception>
    public async Task TakeOnAsync(string? device, string? code, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var request = new AssumeRoleRequest
        {
            RoleArn = access.RoleArn,
            RoleSessionName = access.SessionName,
            ExternalId = access.ExternalId,
            DurationSeconds = (int)Length.TotalSeconds,
            SerialNumber = device,
            TokenCode = code,
        };
        var answer = await calls.AskAsync(Operation, Subject, sts.AssumeRoleAsync, request, cancellationToken);
        var given = answer.Credentials;
        _session = new Session(new ImmutableCredentials(given.AccessKeyId, given.SecretAccessKey, given.SessionToken), began);
    }

    /// <summary>Marks a session that AWS called expired, unless it was replaced meanwhile.</summary>
    public void Forget(string accessKeyId)
    {
        if (_session is { } session && session.Credentials.AccessKey == accessKeyId)
        {
            session.Expired = true;
        }
    }

    /// <summary>The access key id of the session in use, or null.</summary>
    public string? CurrentKey => _session?.Credentials.AccessKey;

    public void Dispose() => _gate.Dispose();

    private string Subject => $"role {access.RoleArn}";

    /// <summary>Of the session in use; none that can be used: for ever.</summary>
    private TimeSpan Elapsed => _session is { Expired: false } session ? time.GetElapsedTime(session.Began) : TimeSpan.MaxValue;

    private sealed class Session(ImmutableCredentials credentials, long began)
    {
        public ImmutableCredentials Credentials => credentials;

        public long Began => began;

        public bool Expired { get; set; }
    }
}
