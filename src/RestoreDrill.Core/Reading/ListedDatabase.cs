using System.Text.Json.Serialization;

namespace RestoreDrill.Core.Reading;

/// <summary>A database of the restored instance.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Reach">Whether it could be verified.</param>
/// <param name="Reason">Why it was not, for example "AWS's own administrative database".</param>
public sealed record ListedDatabase(string Name, DatabaseReach Reach, string? Reason = null)
{
    /// <summary>Whether its relations are listed.</summary>
    [JsonIgnore]
    public bool Verified => Reach == DatabaseReach.Verified;
}
