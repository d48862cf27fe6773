namespace RestoreDrill.Core.Tests.Cloud;

/// <summary>A backup or copy job, what it makes, and how it ends.</summary>
internal sealed record MemoryJob(string Id, string Token, MemorySnapshot Made, string EndsAs, string? Message);
