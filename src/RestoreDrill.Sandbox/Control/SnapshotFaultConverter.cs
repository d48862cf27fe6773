using System.Text.Json;
using System.Text.Json.Serialization;

namespace RestoreDrill.Sandbox.Control;

/// <summary>A fault is its name.</summary>
internal sealed class SnapshotFaultConverter : JsonConverter<SnapshotFault>
{
    public override SnapshotFault Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        SnapshotFault.Named(reader.GetString() ?? throw new JsonException("A fault is its name."));

    public override void Write(Utf8JsonWriter writer, SnapshotFault value, JsonSerializerOptions options) => writer.WriteStringValue(value.Name);
}
