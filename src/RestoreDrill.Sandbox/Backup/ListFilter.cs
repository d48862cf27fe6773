using System.Globalization;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Backup;

/// <summary>The conditions of a List call, in its query string: each one sent must hold.</summary>
internal sealed class ListFilter(CallParameters parameters)
{
    public bool Is(string name, string? value) => parameters.Text(name) is not { } wanted || wanted == value;

    /// <summary>Whether a time is after the one and before the other of two conditions; a time that is not there yet is neither.</summary>
    /// <exception cref="AwsError">InvalidParameterValueException: not a time.</exception>
    public bool IsBetween(string after, string before, DateTimeOffset? time) =>
        (Time(after) is not { } earliest || time > earliest) && (Time(before) is not { } latest || time < latest);

    private DateTimeOffset? Time(string name) => parameters.Text(name) switch
    {
        null => null,
        var text when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) => time,
        var text => throw BackupError.InvalidParameterValue($"Invalid value for {name}: {text}."),
    };
}
