using RestoreDrill.Core.Protection;

namespace RestoreDrill.Host.Configuration;

/// <summary><c>Route</c>: the way by which copies come into the vault account.</summary>
internal static class RouteKey
{
    private const string AwsBackup = "aws-backup";
    private const string RdsSnapshot = "rds-snapshot";

    /// <summary>The locked one unless another is written.</summary>
    public static CopyRoute Read(Section root)
    {
        switch (root.Text("Route"))
        {
            case null or AwsBackup:
                return CopyRoute.AwsBackup;
            case RdsSnapshot:
                return CopyRoute.RdsSnapshot;
            case var other:
                root.Findings.Add(root.KeyPath("Route"), $"'{other}' is no route; write {AwsBackup}, or {RdsSnapshot}, whose copies nothing locks");
                return CopyRoute.AwsBackup;
        }
    }
}
