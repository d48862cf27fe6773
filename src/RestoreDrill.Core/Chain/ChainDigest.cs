using System.Globalization;
using System.Text;
using RestoreDrill.Core.Manifests;
using RestoreDrill.Core.Reading;

namespace RestoreDrill.Core.Chain;

/// <summary>The digest of what a drill has read for the chain.</summary>
public static class ChainDigest
{
    /// <summary>Lower-case hex SHA-256 over one line per range, in order of relation and block: name, first block, blocks, grain, outcome and the SHA-256 of its groups.</summary>
    public static string Of(IEnumerable<ChainEntry> ranges)
    {
        var lines = new StringBuilder();
        foreach (var range in ranges.OrderBy(static range => range.Relation, RelationName.Order).ThenBy(static range => range.Range.First))
        {
            var name = Json.CanonicalJson.Write(new[] { range.Relation.Database, range.Relation.Schema, range.Relation.Name });
            lines.Append(CultureInfo.InvariantCulture, $"{name}\t{range.Range.First}\t{range.Range.Count}\t{range.Grain}\t{range.Outcome}\t{range.Sha256}\n");
        }

        return SourceManifest.DigestOf(lines.ToString());
    }
}
