using System.Xml.Linq;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Rds.Instances;

/// <summary>Restarts an instance: its server ends and starts again, with what its parameter group says now.</summary>
internal sealed class RebootDBInstance(InstanceLifecycle lifecycle) : IRdsOperation
{
    public string Name => nameof(RebootDBInstance);

    public XElement? Execute(RdsCall call)
    {
        var parameters = call.Parameters;
        var instance = call.Instance(parameters.Required("DBInstanceIdentifier"));
        if (instance.Status is not (InstanceStatus.Available or InstanceStatus.StorageFull))
        {
            throw new AwsError("InvalidDBInstanceState", "Database instance is not in available state.");
        }

        if (parameters.Flag("ForceFailover") == true && !instance.Settings.MultiAz)
        {
            throw AwsError.InvalidParameterCombination("Cannot specify ForceFailover for a single-AZ instance.");
        }

        instance.Status = InstanceStatus.Rebooting;
        instance.Steps.Add(new InstanceStep(InstanceStepKind.Reboot));
        lifecycle.Continue(instance);
        return InstanceXml.Result(call, instance);
    }
}
