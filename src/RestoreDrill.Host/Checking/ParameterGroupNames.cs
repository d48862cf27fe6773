using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Copying;
using RestoreDrill.Host.Composition;
using RestoreDrill.Host.Configuration;

namespace RestoreDrill.Host.Checking;

/// <summary>The names that a configured parameter group has, one for each engine family of the source's instances where it says <c>{family}</c>.</summary>
internal static class ParameterGroupNames
{
    private const string Family = "{family}";

    /// <returns>The names; none where they depend on instances that are not known.</returns>
    public static async Task<IReadOnlyCollection<string>> OfAsync(
        string pattern, Configured configured, Ports ports, bool sourceAnswers, CancellationToken cancellationToken)
    {
        if (!pattern.Contains(Family, StringComparison.Ordinal))
        {
            return [pattern];
        }

        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var database in sourceAnswers ? configured.Installation.Databases : [])
        {
            if (await FindAsync(ports, database.Instance, cancellationToken) is { } instance)
            {
                names.Add(pattern.Replace(Family, instance.Engine + instance.EngineVersion.Split('.')[0], StringComparison.Ordinal));
            }
        }

        return names;
    }

    private static async Task<SourceInstance?> FindAsync(Ports ports, string instance, CancellationToken cancellationToken)
    {
        try
        {
            return await ports.Source.FindInstanceAsync(instance, cancellationToken);
        }
        catch (CloudException)
        {
            // The check of the instance itself says so; here it only means that its family is not known.
            return null;
        }
    }
}
