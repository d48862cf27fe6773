using System.Text.Json;

namespace RestoreDrill.Sandbox.Tests.Backup;

/// <summary>An answer of AWS Backup.</summary>
/// <param name="Status">Of HTTP.</param>
/// <param name="Error">The error's code; null for none.</param>
/// <param name="Text">The body.</param>
/// <param name="Json">The body, where there is one.</param>
internal sealed record WireAnswer(int Status, string? Error, string Text, JsonElement Json)
{
    /// <summary>A member of the answer, which must be no refusal.</summary>
    public JsonElement this[string name]
    {
        get
        {
            Assert.True(Error is null, $"{Error}: {Text}");
            return Json.GetProperty(name);
        }
    }

    public string Of(string name) => this[name].GetString()!;

    public bool Has(string name) => Json.TryGetProperty(name, out _);

    public WireAnswer Refused(string code, string text)
    {
        Assert.Equal((code == "AccessDeniedException" ? 403 : 400, code), (Status, Error));
        Assert.Contains(text, Json.GetProperty("Message").GetString(), StringComparison.Ordinal);
        return this;
    }
}
