namespace RestoreDrill.Core.Terraform;

/// <summary>Something to know that is no reason to refuse.</summary>
/// <param name="Resource">The resource's address, where there is one.</param>
/// <param name="Message">What.</param>
public sealed record GuardNote(string? Resource, string Message);
