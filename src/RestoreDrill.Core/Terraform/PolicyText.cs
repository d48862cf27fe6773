using System.Text.Json;

namespace RestoreDrill.Core.Terraform;

/// <summary>Compares policies, which are JSON documents inside of texts.</summary>
internal static class PolicyText
{
    public static bool AreEqual(string left, string right)
    {
        try
        {
            using var one = JsonDocument.Parse(left);
            using var other = JsonDocument.Parse(right);
            return JsonElement.DeepEquals(one.RootElement, other.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false;
        }
    }
}
