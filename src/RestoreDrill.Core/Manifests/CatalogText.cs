using System.Text;
using RestoreDrill.Core.Json;

namespace RestoreDrill.Core.Manifests;

/// <summary>
/// The canonical text of a catalog: the form, a line about the whole, one line of JSON per item, in order. Equal catalogs have equal texts, in UTF-8 without
/// a byte order mark, every line ended by a line feed.
/// </summary>
public static class CatalogText
{
    /// <summary>The first line; a reader that does not know it refuses the text.</summary>
    public const string Form = "restoredrill/catalog/1";

    /// <summary>The text.</summary>
    public static string Write(DatabaseCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        var text = new StringBuilder().Append(Form).Append('\n').Append(CanonicalJson.Write(CatalogHeader.Of(catalog))).Append('\n');
        foreach (var item in catalog.Items)
        {
            text.Append(CanonicalJson.Write(item)).Append('\n');
        }
        return text.ToString();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">It has another form, or is not whole.</exception>
    public static DatabaseCatalog Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        using var reader = new StringReader(text);
        if (reader.ReadLine() is var form && form != Form)
        {
            throw new InvalidDataException(
                $"This is no catalog that this version of RestoreDrill can read: its first line should be {Form}. Another version may have written it.");
        }
        var header = CanonicalJson.Read<CatalogHeader>(reader.ReadLine() ?? throw new InvalidDataException("A stored catalog ends after its first line."));
        var items = new List<CatalogItem>(Math.Max(0, header.Items));
        while (reader.ReadLine() is { } line)
        {
            items.Add(CanonicalJson.Read<CatalogItem>(line));
        }
        if (items.Count != header.Items || !text.EndsWith('\n'))
        {
            throw new InvalidDataException($"A stored catalog should have {header.Items} items and has {items.Count}: it is not whole.");
        }
        for (var i = 1; i < items.Count; i++)
        {
            if (Order(items[i - 1], items[i]) >= 0)
            {
                throw new InvalidDataException($"A stored catalog is not in order at {items[i].Kind} {items[i].Name}.");
            }
        }
        return header.With(items);
    }

    /// <summary>The order of items.</summary>
    public static int Order(CatalogItem left, CatalogItem right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var kinds = string.CompareOrdinal(left.Kind, right.Kind);
        return kinds != 0 ? kinds : string.CompareOrdinal(left.Name, right.Name);
    }
}
