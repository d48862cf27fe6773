using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Credentials;
using RestoreDrill.Core.Cloud;

namespace RestoreDrill.Aws.Access;

/// <summary>
/// The credentials that everything begins with, looked up at the first call and again after a failure, so that opening an account never
/// fails and a file that is mended counts at once.
/// </summary>
internal sealed class FirstCredentials(AccountAccess access, IClientConfig config) : AWSCredentials
{
    private const string LookUp = "credentials:LookUp";

    private AWSCredentials? _kept;

    public override ImmutableCredentials GetCredentials()
    {
        try
        {
            return Resolve().GetCredentials();
        }
        catch (AmazonClientException e)
        {
            throw Missing(e);
        }
    }

    public override async Task<ImmutableCredentials> GetCredentialsAsync()
    {
        try
        {
            return await Resolve().GetCredentialsAsync();
        }
        catch (AmazonClientException e)
        {
            throw Missing(e);
        }
    }

    private AWSCredentials Resolve()
    {
        if (_kept is not null)
        {
            return _kept;
        }

        if (access.Profile is null)
        {
            return DefaultAWSCredentialsIdentityResolver.GetCredentials(config);
        }

        var profiles = new CredentialProfileStoreChain(access.CredentialsFile);
        if (!profiles.TryGetAWSCredentials(access.Profile, out var found))
        {
            throw new AmazonClientException($"There is no usable profile '{access.Profile}' in {access.CredentialsFile ?? "the shared credentials file"}.");
        }

        // Plain keys are read again each time, since somebody may replace them in the file; what renews itself holds a session worth keeping.
        return found is BasicAWSCredentials or SessionAWSCredentials ? found : _kept = found;
    }

    private CloudException Missing(AmazonClientException cause) => new(
        CloudFault.Credentials,
        LookUp,
        access.Profile is { } profile ? $"profile '{profile}'" : "the default chain",
        null,
        null,
        $"{cause.Message} Nothing was sent to AWS. Give this process AWS credentials (profile, environment or the machine's role) and start again.",
        cause);
}
