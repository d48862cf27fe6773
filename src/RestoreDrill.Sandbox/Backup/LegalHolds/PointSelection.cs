using System.Globalization;
using RestoreDrill.Sandbox.Backup.RecoveryPoints;
using RestoreDrill.Sandbox.Backup.Vaults;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Backup.LegalHolds;

/// <summary>
/// Which recovery points a legal hold is for (API reference, RecoveryPointSelection); each criterion that is given must hold. Resources are named by the ARN of an instance or a
/// vault, or by their type. Both dates are inclusive, and about a point's creation; "future DateTime values are not permitted".
/// </summary>
internal sealed record PointSelection(IReadOnlyList<string>? VaultNames, IReadOnlyList<string>? ResourceIdentifiers, DateTimeOffset? FromDate, DateTimeOffset? ToDate)
{
    private const string Name = "RecoveryPointSelection";
    private const string From = Name + ".DateRange.FromDate";
    private const string To = Name + ".DateRange.ToDate";

    /// <summary>The selection that a call gives; null if it gives none.</summary>
    /// <exception cref="AwsError">InvalidParameterValueException or MissingParameterValueException.</exception>
    public static PointSelection? Read(BackupCall call, DateTimeOffset now)
    {
        var parameters = call.Parameters;
        var selection = new PointSelection(
            parameters.Texts($"{Name}.VaultNames"), parameters.Texts($"{Name}.ResourceIdentifiers"), Date(parameters, From), Date(parameters, To));
        if (selection.FromDate is null != selection.ToDate is null)
        {
            throw BackupError.MissingParameterValue(selection.FromDate is null ? From : To);
        }

        if (selection.FromDate > selection.ToDate)
        {
            throw BackupError.InvalidParameterValue("Invalid date range: FromDate is after ToDate.");
        }

        if (selection.ToDate > now)
        {
            throw BackupError.InvalidParameterValue("Invalid date range: ToDate is in the future.");
        }

        return selection.VaultNames?.FirstOrDefault(name => call.Vaults.All(vault => vault.Name != name)) is { } unknown
            ? throw BackupError.InvalidParameterValue($"Backup vault with name {unknown} does not exist.")
            : selection is { VaultNames: null, ResourceIdentifiers: null, FromDate: null } ? null : selection;
    }

    public bool Covers(RecoveryPoint point)
    {
        // As accurate as AWS says when a point was created.
        var created = DateTimeOffset.FromUnixTimeMilliseconds(point.CreatedAt.ToUnixTimeMilliseconds());
        return VaultNames?.Contains(point.VaultName) != false
            && ResourceIdentifiers?.Any(resource => IsOf(point, resource)) != false
            && !(created < FromDate) && !(created > ToDate);
    }

    public Dictionary<string, object> Render() => BackupJson.Object(
        ("VaultNames", VaultNames),
        ("ResourceIdentifiers", ResourceIdentifiers),
        ("DateRange", FromDate is null ? null : BackupJson.Object(("FromDate", FromDate), ("ToDate", ToDate))));

    private static bool IsOf(RecoveryPoint point, string resource) =>
        resource == point.ResourceArn || resource == PointJson.ResourceType || resource == new VaultArn(point.Region, point.AccountId, point.VaultName).ToString();

    /// <summary>Seconds since 1970, with milliseconds if need be.</summary>
    private static DateTimeOffset? Date(CallParameters parameters, string name) => parameters.Text(name) switch
    {
        null => null,
        var text when decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and < 253402300800m =>
            DateTimeOffset.FromUnixTimeMilliseconds((long)(seconds * 1000)),
        var text => throw BackupError.InvalidParameterValue($"Invalid value for {name}: {text}."),
    };
}
