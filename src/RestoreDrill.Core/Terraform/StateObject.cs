using System.Text.Json;

namespace RestoreDrill.Core.Terraform;

/// <summary>One object of a state. Valid as long as the document it is part of.</summary>
/// <param name="Name">Which.</param>
/// <param name="Attributes">Its attributes.</param>
/// <param name="IsTainted">Whether the next apply replaces it.</param>
/// <param name="Entry">The whole entry, for its identity.</param>
/// <param name="IsPriorState">Whether it stands in a plan's <c>prior_state</c>, rather than in a state handed in by itself.</param>
internal sealed record StateObject(ResourceName Name, AttributeSet Attributes, bool IsTainted, JsonElement Entry, bool IsPriorState);
