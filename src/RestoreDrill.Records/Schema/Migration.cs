using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace RestoreDrill.Records.Schema;

/// <summary>One step of the store's schema. Numbered from 1 without gaps, applied once, never edited after a release.</summary>
/// <param name="Version">The schema's version after this step.</param>
/// <param name="Name">The step's name, for example <c>runs</c>.</param>
/// <param name="Sql">The statements.</param>
public sealed record Migration(int Version, string Name, string Sql)
{
    /// <summary>Lower-case hex SHA-256 of the statements; tells whether a step was edited after it had been applied.</summary>
    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql)));

    /// <summary>All steps this program knows, in order.</summary>
    public static IReadOnlyList<Migration> All { get; } = Load();

    /// <summary><c>0001_runs</c>.</summary>
    public override string ToString() => $"{Version.ToString("D4", CultureInfo.InvariantCulture)}_{Name}";

    private static Migration[] Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var found = assembly.GetManifestResourceNames()
            .Where(static name => name.EndsWith(".sql", StringComparison.Ordinal))
            .Select(resource => Read(assembly, resource))
            .OrderBy(static migration => migration.Version)
            .ToArray();
        for (var i = 0; i < found.Length; i++)
        {
            if (found[i].Version != i + 1)
            {
                throw new InvalidOperationException($"Migration {i + 1} is missing or there twice.");
            }
        }

        return found;
    }

    // RestoreDrill.Records.Migrations.0001_runs.sql
    private static Migration Read(Assembly assembly, string resource)
    {
        var file = resource.Split('.')[^2];
        using var stream = assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var sql = reader.ReadToEnd().ReplaceLineEndings("\n");
        return new Migration(int.Parse(file[..4], CultureInfo.InvariantCulture), file[5..], sql);
    }
}
