namespace RestoreDrill.Core.Manifests;

/// <summary>What a part of a manifest is about.</summary>
public enum ManifestSubject
{
    /// <summary>A <see cref="DatabaseCatalog"/>.</summary>
    Catalog,

    /// <summary>What has to be the same of each relation for its rows to be comparable, see <see cref="Sandwich.RelationStance"/>.</summary>
    Relations,
}
