using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Evidence;

/// <summary>Writes the record of a finished run.</summary>
public static class EvidenceDocument
{
    /// <summary>The form of the document; a reader that does not know it must refuse it.</summary>
    public const string Form = "restoredrill/run/1";

    /// <summary>The record of a run that ends with <paramref name="conclusion"/>.</summary>
    /// <param name="run">The run as it was before its last step.</param>
    /// <param name="state">The workflow's final state, JSON without secrets.</param>
    /// <param name="conclusion">How the run ended.</param>
    public static EvidenceRecord Of(Run run, string state, RunConclusion conclusion)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(conclusion);
        var document = new JsonObject
        {
            ["form"] = Form,
            ["run"] = run.Id.Value,
            ["kind"] = CanonicalJson.Write(run.Kind).Trim('"'),
            ["database"] = run.Database,
            ["trigger"] = run.Trigger,
            ["openedAt"] = run.CreatedAt.ToUniversalTime().ToString("O"),
            ["program"] = typeof(EvidenceDocument).Assembly.GetName().Version?.ToString(3),
            ["conclusion"] = JsonNode.Parse(CanonicalJson.Write(conclusion)),
            ["state"] = JsonNode.Parse(state),
        };
        var text = document.ToJsonString(CanonicalJson.Options);
        return new EvidenceRecord(run.Id, text, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
    }
}
