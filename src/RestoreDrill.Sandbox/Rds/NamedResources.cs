using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.Rds.Groups;

namespace RestoreDrill.Sandbox.Rds;

/// <summary>The ARNs of what a call names, and of what RDS takes where the call names nothing.</summary>
internal sealed class NamedResources(AwsCall call)
{
    public string Action => call.Action;

    public string Instance => Of("db", "DBInstanceIdentifier");

    public string Snapshot => Of("snapshot", "DBSnapshotIdentifier");

    public string SubnetGroup => Of("subgrp", "DBSubnetGroupName", "default");

    public string ParameterGroup => Of("pg", "DBParameterGroupName", "default." + ParameterCatalog.Family);

    /// <summary>The default of the one version that there is: nobody here has an option group of their own.</summary>
    public string OptionGroup => Arn("og", $"default:postgres-{ParameterCatalog.EngineVersion.Split('.')[0]}");

    public bool Names(string parameter) => call.Parameters.Text(parameter) is not null;

    /// <summary>The ARN of what a parameter names, itself an ARN or the name of one of the caller's; all of that kind where it names nothing.</summary>
    public string Of(string kind, string parameter, string byDefault = "*") => (call.Parameters.Text(parameter) ?? byDefault) switch
    {
        var name when name.StartsWith("arn:", StringComparison.Ordinal) || kind.Length == 0 => name,
        var name => Arn(kind, name.ToLowerInvariant()),
    };

    private string Arn(string kind, string name) => new RdsArn(call.Region, call.AccountId, kind, name).ToString();
}
