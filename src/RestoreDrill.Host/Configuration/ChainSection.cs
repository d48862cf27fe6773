using RestoreDrill.Core.Chain;

namespace RestoreDrill.Host.Configuration;

/// <summary><c>Chain</c> of a database: its copies are compared with each other.</summary>
internal static class ChainSection
{
    public static ChainOptions? Read(Section section, bool isThere)
    {
        if (!isThere)
        {
            return null;
        }

        var unset = new ChainOptions();
        var chain = new ChainOptions
        {
            MinimumProvenShare = section.Share("MinimumProvenShare"),
            Groups = section.Whole("Groups", 1000, ReaderSection.MostGroups) ?? unset.Groups,
        };
        section.RejectUnknown();
        return chain;
    }
}
