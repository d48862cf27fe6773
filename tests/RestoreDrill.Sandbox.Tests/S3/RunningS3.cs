using System.Text;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using RestoreDrill.Sandbox.Accounts;

namespace RestoreDrill.Sandbox.Tests.S3;

/// <summary>A sandbox without any instance, for the tests of S3, some of which move its clock by years.</summary>
public sealed class RunningS3 : IAsyncLifetime
{
    public const string Region = "eu-west-1";
    private readonly List<IDisposable> clients = [];
    private int buckets;

    public SandboxHost Host { get; private set; } = null!;

    public AmazonS3Client Vault { get; private set; } = null!;

    public AmazonS3Client Source { get; private set; } = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Host = await SandboxHost.StartAsync(new SandboxOptions(), Ct);
        Vault = Client(KeysOf(Account.Vault));
        Source = Client(KeysOf(Account.Source));
    }

    public async ValueTask DisposeAsync()
    {
        clients.ForEach(client => client.Dispose());
        if (Host is not null)
        {
            await Host.DisposeAsync();
        }
    }

    public BasicAWSCredentials KeysOf(Account account) => KeysOf(Host, account);

    public static BasicAWSCredentials KeysOf(SandboxHost host, Account account)
    {
        var keys = host.KeysOf(account);
        return new BasicAWSCredentials(keys.AccessKeyId, keys.SecretAccessKey);
    }

    public AmazonS3Client Client(AWSCredentials credentials, string region = Region) => Client(Host, credentials, region, clients);

    /// <summary>One attempt for each call, so that what the sandbox answered is what the test sees.</summary>
    public static AmazonS3Client Client(SandboxHost host, AWSCredentials credentials, string region = Region, List<IDisposable>? kept = null)
    {
        var client = new AmazonS3Client(credentials, new AmazonS3Config
        {
            ServiceURL = host.BaseAddress.AbsoluteUri, AuthenticationRegion = region, ForcePathStyle = true, MaxErrorRetry = 0, MaxStaleConnectionRetries = 0,
        });
        kept?.Add(client);
        return client;
    }

    public async Task<AmazonS3Client> AssumeAsync(string role)
    {
        using var sts = new AmazonSecurityTokenServiceClient(KeysOf(Account.Vault), new AmazonSecurityTokenServiceConfig
        {
            ServiceURL = Host.BaseAddress.AbsoluteUri, AuthenticationRegion = Region, MaxErrorRetry = 0,
        });
        var answer = await sts.AssumeRoleAsync(
            new AssumeRoleRequest { RoleArn = $"arn:aws:iam::{Account.Vault.Id}:role/{role}", RoleSessionName = "a-test" }, Ct);
        return Client(answer.Credentials);
    }

    /// <summary>A new bucket of the vault account.</summary>
    public async Task<string> BucketAsync(bool objectLock = false, string? versioning = null)
    {
        var name = $"bucket-{Interlocked.Increment(ref buckets)}";
        await Vault.PutBucketAsync(new PutBucketRequest { BucketName = name, ObjectLockEnabledForBucket = objectLock, BucketRegionName = Region }, Ct);
        if (versioning is not null)
        {
            await Vault.PutBucketVersioningAsync(new PutBucketVersioningRequest
            {
                BucketName = name, VersioningConfig = new S3BucketVersioningConfig { Status = versioning },
            }, Ct);
        }

        return name;
    }

    public static PutObjectRequest Put(string bucket, string key, string content) => new() { BucketName = bucket, Key = key, ContentBody = content };

    /// <summary>A version protected until then.</summary>
    public static PutObjectRequest Locked(string bucket, string key, string content, DateTimeOffset until, string mode = "COMPLIANCE") => new()
    {
        BucketName = bucket, Key = key, ContentBody = content, ObjectLockMode = mode, ObjectLockRetainUntilDate = until.UtcDateTime,
    };

    public static async Task<string> TextAsync(AmazonS3Client client, string bucket, string key, string? version = null)
    {
        using var answer = await client.GetObjectAsync(new GetObjectRequest { BucketName = bucket, Key = key, VersionId = version }, Ct);
        using var reader = new StreamReader(answer.ResponseStream, Encoding.UTF8);
        return await reader.ReadToEndAsync(Ct);
    }

    /// <summary>The call is refused with that code and status, and says that.</summary>
    public static async Task<AmazonS3Exception> RefusedAsync(Func<Task> call, int status, string code, string text = "")
    {
        var refusal = await Assert.ThrowsAnyAsync<AmazonS3Exception>(call);
        Assert.Equal((status, code), ((int)refusal.StatusCode, refusal.ErrorCode));
        Assert.Contains(text, refusal.Message, StringComparison.Ordinal);
        Assert.False(string.IsNullOrEmpty(refusal.RequestId), "a refusal has a request id");
        return refusal;
    }
}
