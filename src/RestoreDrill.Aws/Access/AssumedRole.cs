using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using RestoreDrill.Aws.Calls;

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

    private readonly SemaphoreSlim _gate = new(1, 1);
    private Session? _session;

    /// <summary>The session in use. The SDK's signer asks for it in the middle of a call, without a way to wait: <see cref="RenewAsync"/> comes first.</summary>
    public override ImmutableCredentials GetCredentials() =>
        _session?.Credentials ?? throw new InvalidOperationException("A call was signed before the role's session was made.");

    public override Task<ImmutableCredentials> GetCredentialsAsync() => Task.FromResult(GetCredentials());

    /// <summary>Makes sure that there is a session with time left.</summary>
    /// <exception cref="Core.Cloud.CloudException">STS refused, or did not answer.</exception>
    public async Task RenewAsync(CancellationToken cancellationToken)
    {
        if (IsLive)
        {
            return;
        }

        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (!IsLive)
            {
                _session = await AssumeAsync(cancellationToken);
            }
        }
        finally
        {
            _gate.Release();
        }
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

    private bool IsLive => _session is { } session && !session.Expired && time.GetElapsedTime(session.Began) < Length - RenewBefore;

    private async Task<Session> AssumeAsync(CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var request = new AssumeRoleRequest
        {
            RoleArn = access.RoleArn,
            RoleSessionName = access.SessionName,
            ExternalId = access.ExternalId,
            DurationSeconds = (int)Length.TotalSeconds,
        };
        var answer = await calls.AskAsync("sts:AssumeRole", $"role {access.RoleArn}", sts.AssumeRoleAsync, request, cancellationToken);
        var given = answer.Credentials;
        return new Session(new ImmutableCredentials(given.AccessKeyId, given.SecretAccessKey, given.SessionToken), began);
    }

    private sealed class Session(ImmutableCredentials credentials, long began)
    {
        public ImmutableCredentials Credentials => credentials;

        public long Began => began;

        public bool Expired { get; set; }
    }
}
