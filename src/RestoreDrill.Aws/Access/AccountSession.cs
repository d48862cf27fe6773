using Amazon;
using Amazon.Backup;
using Amazon.IdentityManagement;
using Amazon.KeyManagementService;
using Amazon.Organizations;
using Amazon.RDS;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using RestoreDrill.Aws.Calls;
using RestoreDrill.Core.Cloud;

namespace RestoreDrill.Aws.Access;

/// <summary>The clients of one account in one role, with one set of credentials behind them.</summary>
internal sealed class AccountSession : IDisposable
{
    /// <summary>Below this a difference says nothing: the Date header that it is taken from counts whole seconds and travelled with the answer.</summary>
    private static readonly TimeSpan SkewThatCounts = TimeSpan.FromMinutes(1);

    /// <summary>Where Organizations and IAM are signed for: each has one endpoint for all regions of AWS's commercial partition (AWS General Reference, "Service endpoints").</summary>
    private const string Global = "us-east-1";

    private readonly AmazonSecurityTokenServiceClient _stsOfBase;
    private readonly AmazonSecurityTokenServiceClient _sts;
    private readonly AmazonSecurityTokenServiceClient? _stsOfRole;
    private readonly AssumedRole? _role;
    private readonly SignIn? _signIn;

    /// <param name="access">The role.</param>
    /// <param name="time">The clock.</param>
    /// <param name="from">The session, of another role, that takes the role on; null: the credentials that <paramref name="access"/> names do.</param>
    public AccountSession(AccountAccess access, TimeProvider time, AccountSession? from = null)
    {
        access.Check();
        Access = access;
        var stsConfig = Configure(new AmazonSecurityTokenServiceConfig());
        var first = from?.Credentials ?? new FirstCredentials(access, stsConfig);
        _stsOfBase = new AmazonSecurityTokenServiceClient(first, stsConfig);
        if (access.RoleArn is not null)
        {
            var calls = new CallSender(access, first, null, time);
            _stsOfRole = access.NeedsSecondFactor ? new AmazonSecurityTokenServiceClient(first, Configure(new AmazonSecurityTokenServiceConfig { MaxErrorRetry = 0 })) : _stsOfBase;
            _role = new AssumedRole(access, _stsOfRole, calls, time);
            _signIn = access.NeedsSecondFactor ? new SignIn(access, _stsOfBase, calls, _role) : null;
        }

        Credentials = _role is null ? first : _role;
        Calls = new CallSender(access, first, _role, time);
        _sts = new AmazonSecurityTokenServiceClient(Credentials, Configure(new AmazonSecurityTokenServiceConfig()));
        Rds = new AmazonRDSClient(Credentials, Configure(new AmazonRDSConfig()));
        Backup = new AmazonBackupClient(Credentials, Configure(new AmazonBackupConfig()));
        Organizations = new AmazonOrganizationsClient(Credentials, Configure(new AmazonOrganizationsConfig(), Global));
        Iam = new AmazonIdentityManagementServiceClient(Credentials, Configure(new AmazonIdentityManagementServiceConfig(), Global));
        Kms = new AmazonKeyManagementServiceClient(Credentials, Configure(new AmazonKeyManagementServiceConfig()));

        // Behind one address for all services there is no name for each bucket.
        S3 = new AmazonS3Client(Credentials, Configure(new AmazonS3Config { ForcePathStyle = access.Endpoint is not null }));
    }

    public AccountAccess Access { get; }

    /// <summary>What calls are signed with; <see cref="CallSender"/> sees to it that a role's session has time left.</summary>
    public AWSCredentials Credentials { get; }

    public CallSender Calls { get; }

    public IAmazonRDS Rds { get; }

    public IAmazonBackup Backup { get; }

    public IAmazonOrganizations Organizations { get; }

    public IAmazonIdentityManagementService Iam { get; }

    public IAmazonKeyManagementService Kms { get; }

    public IAmazonS3 S3 { get; }

    /// <summary>Whether a person has to sign in before the next call.</summary>
    public bool NeedsSignIn => _signIn is not null && _role is { IsLive: false };

    /// <summary>Takes the role on with a second factor, where it is one for persons and its session has no time left.</summary>
    /// <exception cref="CloudException">AWS did not take it.</exception>
    public Task SignInAsync(ISecondFactor person, CancellationToken cancellationToken) => _signIn?.AskAsync(person, cancellationToken) ?? Task.CompletedTask;

    /// <summary>Who the credentials are, and how wrong this machine's clock is.</summary>
    public async Task<AccountIdentity> IdentifyAsync(CancellationToken cancellationToken)
    {
        var request = new GetCallerIdentityRequest();
        var answer = await Calls.AskAsync("sts:GetCallerIdentity", "the caller", _sts.GetCallerIdentityAsync, request, cancellationToken);
        var endpoint = new Uri(_sts.DetermineServiceOperationEndpoint(request).URL).ToString();
        var behind = CorrectClockSkew.GetClockCorrectionForEndpoint(endpoint);
        return new AccountIdentity(answer.Account, answer.Arn, behind.Duration() < SkewThatCounts ? TimeSpan.Zero : behind);
    }

    public void Dispose()
    {
        Rds.Dispose();
        Backup.Dispose();
        Organizations.Dispose();
        Iam.Dispose();
        Kms.Dispose();
        S3.Dispose();
        _sts.Dispose();
        _stsOfBase.Dispose();
        _stsOfRole?.Dispose();
        _role?.Dispose();
    }

    private TConfig Configure<TConfig>(TConfig config, string? region = null)
        where TConfig : ClientConfig
    {
        region ??= Access.Region;
        if (Access.Endpoint is { } endpoint)
        {
            config.ServiceURL = endpoint.AbsoluteUri;
            config.AuthenticationRegion = region;
        }
        else
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        }

        config.RetryMode = RequestRetryMode.Standard;
        config.Timeout = Access.CallTimeout;

        // AWSSDK.Core would repeat a call whose connection broke up to ten times more, beside the retries that are counted.
        config.MaxStaleConnectionRetries = 0;
        return config;
    }
}
