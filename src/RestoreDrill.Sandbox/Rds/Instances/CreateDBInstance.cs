using System.Xml.Linq;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.Kms;
using RestoreDrill.Sandbox.Rds.Groups;

namespace RestoreDrill.Sandbox.Rds.Instances;

internal sealed class CreateDBInstance(KeyUse keys, InstanceLifecycle lifecycle, SandboxClock clock) : IRdsOperation
{
    public string Name => nameof(CreateDBInstance);

    public XElement? Execute(RdsCall call)
    {
        var parameters = call.Parameters;
        var engine = parameters.Required("Engine");
        if (engine != "postgres")
        {
            throw AwsError.InvalidParameterValue($"Invalid DB engine: {engine}");
        }

        var version = parameters.Text("EngineVersion") ?? ParameterCatalog.EngineVersion;
        if (version != ParameterCatalog.EngineVersion && version != ParameterCatalog.EngineVersion.Split('.')[0])
        {
            throw AwsError.InvalidParameterCombination($"Cannot find version {version} for postgres");
        }

        var password = parameters.Required("MasterUserPassword");
        Passwords.Check(password);
        var keyId = parameters.Flag("StorageEncrypted") == true || parameters.Text("KmsKeyId") is not null
            ? keys.Usable(call.Call, parameters.Text("KmsKeyId") ?? KmsKey.RdsAlias, "specified")
            : null;
        var instance = NewInstance.Read(call, new InstanceSettings
        {
            InstanceClass = parameters.Required("DBInstanceClass"),
            EngineVersion = ParameterCatalog.EngineVersion,
            MasterUsername = MasterUsername(parameters.Required("MasterUsername")),
            DbName = parameters.Text("DBName"),
            AllocatedStorage = parameters.Number("AllocatedStorage") ?? throw AwsError.MissingParameter("AllocatedStorage"),
        }, keyId, [], clock.GetUtcNow());
        instance.PendingMasterPassword = password;
        instance.Steps.Add(new InstanceStep(InstanceStepKind.Create));
        if (instance.Settings.BackupRetentionPeriod > 0)
        {
            instance.Steps.Add(new InstanceStep(InstanceStepKind.BackUp));
        }

        call.State.Instances.Add(instance);
        keys.Keep(instance.KmsKeyId, instance.DbiResourceId, instance.DbiResourceId);
        lifecycle.Continue(instance);
        return InstanceXml.Result(call, instance);
    }

    private static string MasterUsername(string name) =>
        name is "admin" || name.StartsWith("pg_", StringComparison.Ordinal) || name.StartsWith("rds", StringComparison.Ordinal)
            ? throw AwsError.InvalidParameterValue($"MasterUsername {name} cannot be used as it is a reserved word used by the engine")
            : name;
}
