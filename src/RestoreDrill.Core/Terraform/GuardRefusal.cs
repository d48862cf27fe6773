namespace RestoreDrill.Core.Terraform;

/// <summary>One reason to refuse.</summary>
/// <param name="Rule">One of <see cref="GuardRules"/>.</param>
/// <param name="Resource">The resource's address; null where the document as a whole is refused.</param>
/// <param name="Attribute">The attribute; null where the whole resource is meant.</param>
/// <param name="Before">Its value before, as people are shown it; null where none is told.</param>
/// <param name="After">Its value after, or what would be done.</param>
/// <param name="Message">Why, in a sentence.</param>
public sealed record GuardRefusal(string Rule, string? Resource, string? Attribute, string? Before, string? After, string Message);
