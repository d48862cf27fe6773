namespace RestoreDrill.Core.Terraform;

/// <summary>The document cannot be judged, which is a refusal: what cannot be read may destroy anything.</summary>
/// <param name="rule">One of <see cref="GuardRules"/>.</param>
/// <param name="message">What is wrong with it, and what to hand in instead.</param>
/// <param name="inner">The cause.</param>
internal sealed class TerraformDocumentException(string rule, string message, Exception? inner = null) : Exception(message, inner)
{
    public string Rule { get; } = rule;
}
