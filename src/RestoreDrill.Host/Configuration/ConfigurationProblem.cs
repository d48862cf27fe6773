namespace RestoreDrill.Host.Configuration;

/// <summary>One thing that is wrong in the configuration.</summary>
/// <param name="Key">The key path, for example <c>RestoreDrill:Databases:0:Name</c>.</param>
/// <param name="Message">What is wrong and what to write instead. Never holds the value of a key that may be a secret.</param>
/// <param name="IsSafetyRule">Whether this is refused because it would put the copies within reach, rather than because it is not understood.</param>
internal sealed record ConfigurationProblem(string Key, string Message, bool IsSafetyRule = false);
