using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Rds;

/// <summary>The Filters of a Describe call: each must hold, by any of its values.</summary>
internal static class Filters
{
    public static Func<T, bool> Read<T>(CallParameters parameters, IReadOnlyDictionary<string, Func<T, string?>> known)
    {
        var filters = (parameters.Items("Filters") ?? [])
            .Select(filter =>
            {
                var name = filter.Required("Name");
                return (Value: known.GetValueOrDefault(name) ?? throw AwsError.InvalidParameterValue($"Unrecognized filter name: {name}"),
                    Wanted: filter.Texts("Values") ?? throw AwsError.InvalidParameterCombination("Filter values must not be empty"));
            })
            .ToList();
        return record => filters.All(filter => filter.Wanted.Contains(filter.Value(record), StringComparer.OrdinalIgnoreCase));
    }
}
