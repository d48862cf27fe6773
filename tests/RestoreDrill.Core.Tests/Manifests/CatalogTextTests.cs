using RestoreDrill.Core.Manifests;

namespace RestoreDrill.Core.Tests.Manifests;

public sealed class CatalogTextTests
{
    private static readonly DatabaseCatalog Catalog = new()
    {
        Database = "Schüler \"1\"",
        Items = [new("column", "public.\"Kürs\".a", "type=text; default='a\nb'::text", "731 "), new("table", "public.\"Kürs\"", "owner=app")],
        Unread = new Dictionary<string, string> { ["policy"] = "42501: refused", ["cast"] = "57014: too long" },
        Writes = "4 5 6",
    };

    [Fact]
    public void Text_has_its_form_a_line_about_the_whole_and_a_line_per_item() => Assert.Equal(
        """
        restoredrill/catalog/1
        {"database":"Sch\u00FCler \u00221\u0022","items":2,"unread":{"cast":"57014: too long","policy":"42501: refused"},"writes":"4 5 6"}
        {"kind":"column","name":"public.\u0022K\u00FCrs\u0022.a","value":"type=text; default=\u0027a\nb\u0027::text","version":"731 "}
        {"kind":"table","name":"public.\u0022K\u00FCrs\u0022","value":"owner=app"}

        """,
        CatalogText.Write(Catalog));

    [Fact]
    public void Text_is_read_back_as_the_same_catalog()
    {
        var text = CatalogText.Write(Catalog);

        var read = CatalogText.Read(text);

        Assert.Equal(Catalog.Items, read.Items);
        Assert.Equal(Catalog.Unread, read.Unread);
        Assert.Equal((Catalog.Database, Catalog.Unavailable, Catalog.Writes), (read.Database, read.Unavailable, read.Writes));
        Assert.Equal(text, CatalogText.Write(read));
    }

    [Fact]
    public void Unavailable_catalog_is_read_back_with_the_reason() =>
        Assert.Equal("no CONNECT", CatalogText.Read(CatalogText.Write(new DatabaseCatalog { Database = "", Items = [], Unavailable = "no CONNECT" })).Unavailable);

    [Fact]
    public void Digest_is_that_of_the_text_and_changes_with_every_part()
    {
        string[] digests =
        [
            DigestOf(Catalog),
            DigestOf(Catalog with { Database = "other" }),
            DigestOf(Catalog with { Items = [Catalog.Items[1]] }),
            DigestOf(Catalog with { Items = [Catalog.Items[0], Catalog.Items[1] with { Value = "owner=eve" }] }),
            DigestOf(Catalog with { Unread = new Dictionary<string, string>() }),
            DigestOf(Catalog with { Writes = null }),
        ];

        Assert.Equal("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", SourceManifest.DigestOf("test"));
        Assert.Equal(digests.Length, digests.Distinct().Count());
        Assert.Equal(digests[0], DigestOf(Catalog with { Unread = Catalog.Unread.Reverse().ToDictionary() }));
    }

    [Theory]
    [InlineData("restoredrill/catalog/1", "restoredrill/catalog/2", "restoredrill/catalog/1")]
    [InlineData("\"items\":2", "\"items\":3", "not whole")]
    [InlineData("\"kind\":\"table\"", "\"kind\":\"a\"", "not in order")]
    [InlineData("{\"kind\":\"table\"", "kind:table", "cannot be read")]
    public void Text_of_another_form_or_not_whole_is_refused(string original, string changed, string reason)
    {
        var text = CatalogText.Write(Catalog).Replace(original, changed, StringComparison.Ordinal);

        Assert.Contains(reason, Assert.Throws<InvalidDataException>(() => CatalogText.Read(text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_that_was_cut_off_anywhere_is_refused()
    {
        var text = CatalogText.Write(Catalog);

        Assert.All(Enumerable.Range(0, text.Length), length => Assert.Throws<InvalidDataException>(() => CatalogText.Read(text[..length])));
    }

    private static string DigestOf(DatabaseCatalog catalog) => SourceManifest.DigestOf(CatalogText.Write(catalog));
}
