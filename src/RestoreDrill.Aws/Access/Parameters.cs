using Amazon.RDS.Model;

namespace RestoreDrill.Aws.Access;

/// <summary>Values in a DB parameter group.</summary>
internal static class Parameters
{
    /// <summary>Reads all pages of the group; a group of PostgreSQL has some 400 parameters, RDS gives 100 at a time.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> ReadAsync(
        AccountSession session, string group, IReadOnlyCollection<string> names, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(group);
        var wanted = names.ToHashSet(StringComparer.Ordinal);
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        string? marker = null;
        do
        {
            var page = await session.Calls.AskAsync(
                "rds:DescribeDBParameters",
                $"parameter group {group}",
                session.Rds.DescribeDBParametersAsync,
                new DescribeDBParametersRequest { DBParameterGroupName = group, Marker = marker },
                cancellationToken);
            foreach (var parameter in page.Parameters ?? [])
            {
                if (parameter.ParameterValue is { } value && wanted.Contains(parameter.ParameterName))
                {
                    values[parameter.ParameterName] = value;
                }
            }

            marker = page.Marker;
        }
        while (!string.IsNullOrEmpty(marker));

        return values;
    }
}
