namespace RestoreDrill.Core.Cloud;

/// <summary>A call to AWS that was answered.</summary>
/// <param name="Operation">For example <c>rds:RestoreDBInstanceFromDBSnapshot</c>.</param>
/// <param name="Subject">Of what.</param>
/// <param name="Changes">Whether the call changes something, rather than describes.</param>
/// <param name="RequestId">AWS's request id.</param>
public sealed record CloudCall(string Operation, string Subject, bool Changes, string? RequestId);
