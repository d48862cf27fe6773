using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using RestoreDrill.Aws.Access;
using RestoreDrill.Aws.Facts;
using RestoreDrill.Core.Facts;
using RestoreDrill.Sandbox;
using RestoreDrill.Sandbox.Accounts;

namespace RestoreDrill.Aws.Tests.Facts;

/// <summary>A sandbox whose vault account has buckets for facts.</summary>
public sealed class FactSandbox : IAsyncLifetime
{
    private const string Region = "eu-west-1";

    private readonly List<IDisposable> _opened = [];
    private int _buckets;

    public SandboxHost Host { get; private set; } = null!;

    /// <summary>The vault account's own keys, which may do everything in it.</summary>
    public AmazonS3Client Administrator { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Host = await SandboxHost.StartAsync(new SandboxOptions(), TestContext.Current.CancellationToken);
        var keys = Host.KeysOf(Account.Vault);
        Administrator = new AmazonS3Client(
            new BasicAWSCredentials(keys.AccessKeyId, keys.SecretAccessKey),
            new AmazonS3Config { ServiceURL = Host.BaseAddress.AbsoluteUri, AuthenticationRegion = Region, ForcePathStyle = true });
    }

    public async ValueTask DisposeAsync()
    {
        _opened.ForEach(static one => one.Dispose());
        Administrator?.Dispose();
        if (Host is not null)
        {
            await Host.DisposeAsync();
        }
    }

    /// <summary>A new bucket, with Object Lock unless told otherwise.</summary>
    public async Task<FactStoreOptions> BucketAsync(bool objectLock = true, TimeSpan? retention = null, int? defaultDays = null)
    {
        var name = $"facts-{Interlocked.Increment(ref _buckets)}";
        await Administrator.PutBucketAsync(new PutBucketRequest { BucketName = name, ObjectLockEnabledForBucket = objectLock, BucketRegionName = Region });
        if (defaultDays is { } days)
        {
            await Administrator.PutObjectLockConfigurationAsync(new PutObjectLockConfigurationRequest
            {
                BucketName = name,
                ObjectLockConfiguration = new ObjectLockConfiguration
                {
                    ObjectLockEnabled = ObjectLockEnabled.Enabled,
                    Rule = new ObjectLockRule { DefaultRetention = new DefaultRetention { Mode = ObjectLockRetentionMode.Compliance, Days = days } },
                },
            });
        }

        return new FactStoreOptions { Bucket = name, Owner = Account.Vault.Id, Retention = retention, LongestDocument = 2_000_000 };
    }

    /// <summary>The bucket as an adapter sees it, with the vault's keys or in a role of the vault.</summary>
    public FactBucket Open(FactStoreOptions options, string? role = null)
    {
        var bucket = AwsAccounts.OpenFacts(
            new AccountAccess
            {
                Region = Region,
                Profile = Account.Vault.Name,
                CredentialsFile = Host.CredentialsFile,
                RoleArn = role is null ? null : $"arn:aws:iam::{Account.Vault.Id}:role/{role}",
                Endpoint = Host.BaseAddress,
            },
            options);
        _opened.Add(bucket);
        return bucket;
    }
}
