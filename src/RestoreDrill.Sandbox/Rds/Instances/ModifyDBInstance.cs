using System.Globalization;
using System.Xml.Linq;
using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.Rds.Groups;

namespace RestoreDrill.Sandbox.Rds.Instances;

/// <summary>
/// Modifies an instance. A new master password is set as soon as possible whatever ApplyImmediately says; class, storage and Multi-AZ wait for the
/// maintenance window without it; the rest takes effect at once.
/// </summary>
internal sealed class ModifyDBInstance(InstanceLifecycle lifecycle) : IRdsOperation
{
    public string Name => nameof(ModifyDBInstance);

    public XElement? Execute(RdsCall call)
    {
        var parameters = call.Parameters;
        var instance = call.Instance(parameters.Required("DBInstanceIdentifier"));
        if (instance.Status is not (InstanceStatus.Available or InstanceStatus.StorageFull))
        {
            throw new AwsError("InvalidDBInstanceState", "Database instance is not in available state.");
        }

        var asked = InstanceChanges.Read(parameters, instance.Settings);
        var group = parameters.Text("DBParameterGroupName") is { } name
            ? ParameterGroups.ForInstance(call, name, "postgres" + instance.Settings.EngineVersion.Split('.')[0]).Name
            : instance.ParameterGroupName;
        var password = parameters.Text("MasterUserPassword");
        if (password is not null)
        {
            Passwords.Check(password);
        }

        if (parameters.Text("NewDBInstanceIdentifier") is not null)
        {
            throw AwsError.InvalidParameterCombination("This sandbox does not rename instances: NewDBInstanceIdentifier is not supported.");
        }

        ApplyAtOnce(call, instance, asked, group);
        var queued = Waiting(instance.Settings, asked);
        foreach (var (change, value) in queued)
        {
            instance.PendingChanges[change] = value;
        }

        if (queued.Count > 0)
        {
            instance.PendingSettings = asked;
            if (parameters.Flag("ApplyImmediately") == true)
            {
                instance.Steps.Add(new InstanceStep(InstanceStepKind.Modify));
            }
        }

        if (password is not null)
        {
            instance.PendingMasterPassword = password;
            instance.Steps.Add(new InstanceStep(InstanceStepKind.ResetPassword));
        }

        lifecycle.Continue(instance);
        return InstanceXml.Result(call, instance);
    }

    private static void ApplyAtOnce(RdsCall call, DbInstance instance, InstanceSettings asked, string parameterGroup)
    {
        var parameters = call.Parameters;
        instance.DeletionProtection = parameters.Flag("DeletionProtection") ?? instance.DeletionProtection;
        instance.PubliclyAccessible = parameters.Flag("PubliclyAccessible") ?? instance.PubliclyAccessible;
        instance.IamAuthentication = parameters.Flag("EnableIAMDatabaseAuthentication") ?? instance.IamAuthentication;
        if (parameters.Texts("VpcSecurityGroupIds") is not null)
        {
            instance.SecurityGroups = NewInstance.SecurityGroups(call);
        }

        if (parameterGroup != instance.ParameterGroupName)
        {
            instance.ParameterGroupName = parameterGroup;
            instance.ParameterApplyStatus = "pending-reboot";
        }

        var turnsBackupsOn = instance.Settings.BackupRetentionPeriod == 0 && asked.BackupRetentionPeriod > 0;
        instance.Settings = asked with
        {
            InstanceClass = instance.Settings.InstanceClass,
            AllocatedStorage = instance.Settings.AllocatedStorage,
            MultiAz = instance.Settings.MultiAz,
            StorageType = instance.Settings.StorageType,
            Iops = instance.Settings.Iops,
        };
        if (turnsBackupsOn)
        {
            instance.Steps.Add(new InstanceStep(InstanceStepKind.BackUp));
        }
    }

    private static Dictionary<string, string> Waiting(InstanceSettings now, InstanceSettings asked)
    {
        var waiting = new Dictionary<string, string>();
        void Note(string name, object? before, object? after)
        {
            if (!Equals(before, after))
            {
                waiting[name] = after is bool flag ? (flag ? "true" : "false") : Convert.ToString(after, CultureInfo.InvariantCulture) ?? "";
            }
        }

        Note("DBInstanceClass", now.InstanceClass, asked.InstanceClass);
        Note("AllocatedStorage", now.AllocatedStorage, asked.AllocatedStorage);
        Note("MultiAZ", now.MultiAz, asked.MultiAz);
        Note("StorageType", now.StorageType, asked.StorageType);
        Note("Iops", now.Iops, asked.Iops);
        return waiting;
    }
}
