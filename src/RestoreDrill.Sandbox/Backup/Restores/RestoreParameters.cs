using System.Globalization;
using System.Text.Json;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Backup.Restores;

/// <summary>Reads the metadata of a restore. The texts of the errors are not AWS's.</summary>
internal static class RestoreParameters
{
    private const string Metadata = "Metadata";

    /// <summary>What the metadata ask of RDS, as parameters of RestoreDBInstanceFromDBSnapshot.</summary>
    /// <exception cref="AwsError">InvalidParameterValueException or MissingParameterValueException.</exception>
    public static Dictionary<string, string> Read(CallParameters call)
    {
        var asked = new Dictionary<string, string>();
        var sent = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in call.Map(Metadata) ?? throw BackupError.MissingParameterValue(Metadata))
        {
            var (name, kind) = RestoreMetadataKeys.Find(key)
                ?? throw BackupError.InvalidParameterValue($"Invalid restore metadata: {key} is not known for the resource type RDS.");
            if (!sent.Add(name))
            {
                throw BackupError.InvalidParameterValue($"Invalid restore metadata: {key} is there twice.");
            }

            Add(asked, name, kind, value);
        }

        return asked.GetValueOrDefault(RestoreMetadataKeys.Identifier) is { Length: > 0 }
            ? asked
            : throw BackupError.MissingParameterValue($"{Metadata}.dbInstanceIdentifier");
    }

    private static void Add(Dictionary<string, string> asked, string name, MetadataKind kind, string value)
    {
        switch (kind)
        {
            case MetadataKind.Ignored:
                break;
            case MetadataKind.List:
                var number = 0;
                foreach (var item in Items(name, value))
                {
                    asked.Add(string.Create(CultureInfo.InvariantCulture, $"{name}.member.{++number}"), item);
                }

                break;
            case MetadataKind.Flag when !bool.TryParse(value, out _):
                throw Invalid(name, value, "true or false");
            case MetadataKind.Number when !int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _):
                throw Invalid(name, value, "a whole number");
            default:
                asked.Add(name, value);
                break;
        }
    }

    private static List<string> Items(string name, string value)
    {
        try
        {
            return JsonSerializer.Deserialize<List<string>>(value) ?? throw Invalid(name, value, "a JSON array of texts");
        }
        catch (JsonException)
        {
            throw Invalid(name, value, "a JSON array of texts");
        }
    }

    private static AwsError Invalid(string name, string value, string wanted) =>
        BackupError.InvalidParameterValue($"Invalid restore metadata: {name} must be {wanted}, not {value}.");
}
