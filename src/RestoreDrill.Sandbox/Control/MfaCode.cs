namespace RestoreDrill.Sandbox.Control;

/// <summary>What a user's virtual MFA device shows.</summary>
/// <param name="Account">The account's id.</param>
/// <param name="SerialNumber">The device's ARN.</param>
/// <param name="Secret">What its codes are made from, as authenticator apps take it (Base32).</param>
/// <param name="Code">Six digits. One that was used is refused until the next comes.</param>
/// <param name="Until">When the next one comes, by the sandbox's clock.</param>
public sealed record MfaCode(string Account, string SerialNumber, string Secret, string Code, DateTimeOffset Until);
