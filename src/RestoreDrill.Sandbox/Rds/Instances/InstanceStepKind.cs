using System.Text.Json.Serialization;

namespace RestoreDrill.Sandbox.Rds.Instances;

[JsonConverter(typeof(JsonStringEnumConverter<InstanceStepKind>))]
internal enum InstanceStepKind
{
    Create,
    Restore,
    Modify,
    BackUp,
    ResetPassword,
    Reboot,
    LoseKey,
    Delete,
}
