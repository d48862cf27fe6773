using Amazon.Backup;
using Amazon.IdentityManagement;
using Amazon.KeyManagementService;
using Amazon.Organizations;
using Amazon.RDS;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.SecurityToken;
using RestoreDrill.EndToEnd.Tests.Setting;

namespace RestoreDrill.Incident.Destruction;

/// <summary>Somebody with credentials, and every service in their reach.</summary>
internal sealed class Hands : IDisposable
{
    private const string Global = "us-east-1";

    public Hands(string name, SandboxAccess sandbox, AWSCredentials credentials)
    {
        var address = sandbox.Address.ToString();
        Name = name;
        Rds = new AmazonRDSClient(credentials, new AmazonRDSConfig { ServiceURL = address, AuthenticationRegion = Workbench.Region });
        Backup = new AmazonBackupClient(credentials, new AmazonBackupConfig { ServiceURL = address, AuthenticationRegion = Workbench.Region });
        Kms = new AmazonKeyManagementServiceClient(credentials, new AmazonKeyManagementServiceConfig { ServiceURL = address, AuthenticationRegion = Workbench.Region });
        Iam = new AmazonIdentityManagementServiceClient(credentials, new AmazonIdentityManagementServiceConfig { ServiceURL = address, AuthenticationRegion = Global });
        Organizations = new AmazonOrganizationsClient(credentials, new AmazonOrganizationsConfig { ServiceURL = address, AuthenticationRegion = Global });
        S3 = new AmazonS3Client(credentials, new AmazonS3Config { ServiceURL = address, AuthenticationRegion = Workbench.Region, ForcePathStyle = true });
        Sts = new AmazonSecurityTokenServiceClient(credentials, new AmazonSecurityTokenServiceConfig { ServiceURL = address, AuthenticationRegion = Workbench.Region });
    }

    /// <summary>Who it is, in words.</summary>
    public string Name { get; }

    public AmazonRDSClient Rds { get; }

    public AmazonBackupClient Backup { get; }

    public AmazonKeyManagementServiceClient Kms { get; }

    public AmazonIdentityManagementServiceClient Iam { get; }

    public AmazonOrganizationsClient Organizations { get; }

    public AmazonS3Client S3 { get; }

    public AmazonSecurityTokenServiceClient Sts { get; }

    public void Dispose()
    {
        Rds.Dispose();
        Backup.Dispose();
        Kms.Dispose();
        Iam.Dispose();
        Organizations.Dispose();
        S3.Dispose();
        Sts.Dispose();
    }
}
