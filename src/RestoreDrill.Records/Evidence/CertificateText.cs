using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Verdicts;
using RestoreDrill.Records.Runs;

namespace RestoreDrill.Records.Evidence;

/// <summary>
/// A birth certificate as text: equal certificates have equal texts. Members in a fixed order, readings by name, no white space,
/// characters beyond ASCII as they are, numbers that may exceed 64 bits as decimal strings.
/// </summary>
internal static class CertificateText
{
    private const string Format = "birth-certificate-1";

    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static string Write(BirthCertificate certificate)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Writing))
        {
            json.WriteStartObject();
            json.WriteString("format", Format);
            json.WriteString("copyArn", certificate.CopyArn);
            json.WriteString("pinnedBy", certificate.PinnedBy.Value);
            json.WriteString("sha256", certificate.Sha256);
            json.WriteString("algorithm", certificate.Algorithm);
            json.WriteNumber("seed", certificate.Seed);
            json.WriteStartObject("identity");
            json.WriteNumber("serverVersionNumber", certificate.Identity.ServerVersionNumber);
            json.WriteString("systemIdentifier", certificate.Identity.SystemIdentifier);
            json.WriteString("systemIdentifierReason", certificate.Identity.SystemIdentifierReason);
            json.WriteEndObject();
            json.WriteStartArray("readings");
            foreach (var reading in certificate.Readings.OrderBy(static reading => reading.Name, RelationName.Order))
            {
                Write(json, reading);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    /// <exception cref="InvalidDataException">The text has another format.</exception>
    internal static BirthCertificate Read(string text)
    {
        using var document = JsonDocument.Parse(text);
        var json = document.RootElement;
        if (json.GetProperty("format").GetString() is not Format and var format)
        {
            throw new InvalidDataException($"A birth certificate in the format '{format}' is not known to this program, which reads {Format}.");
        }

        var identity = json.GetProperty("identity");
        return new BirthCertificate
        {
            CopyArn = Text(json, "copyArn"),
            PinnedBy = RunId.Parse(Text(json, "pinnedBy")),
            Sha256 = Text(json, "sha256"),
            Algorithm = Text(json, "algorithm"),
            Seed = json.GetProperty("seed").GetInt64(),
            Identity = new InstanceIdentity(
                identity.GetProperty("serverVersionNumber").GetInt32(),
                identity.GetProperty("systemIdentifier").GetString(),
                identity.GetProperty("systemIdentifierReason").GetString()),
            Readings = [.. json.GetProperty("readings").EnumerateArray().Select(Reading)],
        };
    }

    private static void Write(Utf8JsonWriter json, RelationReading reading)
    {
        json.WriteStartObject();
        json.WriteString("database", reading.Name.Database);
        json.WriteString("schema", reading.Name.Schema);
        json.WriteString("name", reading.Name.Name);
        json.WriteString("kind", StoredWords.RelationKinds.Word(reading.Kind));
        json.WriteString("outcome", StoredWords.ReadingOutcomes.Word(reading.Outcome));
        json.WriteNumber("rows", reading.Rows);
        json.WriteString("hashSum", reading.HashSum?.ToString(CultureInfo.InvariantCulture));
        json.WriteString("reason", reading.Reason);
        json.WriteString("took", reading.Took.ToString("c", CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }

    private static RelationReading Reading(JsonElement json) => new()
    {
        Name = new RelationName(Text(json, "database"), Text(json, "schema"), Text(json, "name")),
        Kind = StoredWords.RelationKinds.Value(Text(json, "kind")),
        Outcome = StoredWords.ReadingOutcomes.Value(Text(json, "outcome")),
        Rows = json.GetProperty("rows").GetInt64(),
        HashSum = json.GetProperty("hashSum").GetString() is { } sum
            ? BigInteger.Parse(sum, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)
            : null,
        Reason = json.GetProperty("reason").GetString(),
        Took = TimeSpan.ParseExact(Text(json, "took"), "c", CultureInfo.InvariantCulture),
    };

    private static string Text(JsonElement json, string name) =>
        json.GetProperty(name).GetString() ?? throw new InvalidDataException($"The stored birth certificate lacks '{name}'.");
}
