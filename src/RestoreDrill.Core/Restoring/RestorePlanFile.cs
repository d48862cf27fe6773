using System.Text.Json;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Refusals;

namespace RestoreDrill.Core.Restoring;

/// <summary>A plan as it lies in a file, with the code that it was printed with.</summary>
/// <param name="Code">The code of <paramref name="Plan"/> as it was made.</param>
/// <param name="Plan">The plan.</param>
public sealed record RestorePlanFile(string Code, RestorePlan Plan)
{
    /// <summary>The file's text.</summary>
    public static string Write(RestorePlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return CanonicalJson.Write(new RestorePlanFile(plan.Code(), plan)) + "\n";
    }

    /// <summary>Reads a plan.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="name">The file, for the message.</param>
    /// <exception cref="RefusedException">It is no plan, one of another form, or was changed since it was made.</exception>
    public static RestorePlan Read(string text, string name)
    {
        RestorePlanFile file;
        try
        {
            file = CanonicalJson.Read<RestorePlanFile>(text);
        }
        catch (InvalidDataException e)
        {
            throw Refused($"{name} is no plan of a restore, or is cut off or altered{(e.InnerException is JsonException { LineNumber: { } line } ? $" at line {line + 1}" : string.Empty)}.");
        }

        return file switch
        {
            { Plan: null } or { Code: null } => throw Refused($"{name} is no plan of a restore."),
            { Plan.Form: not RestorePlan.CurrentForm } => throw Refused($"{name} is a plan of form {file.Plan.Form}, which this version of RestoreDrill does not know."),
            _ when file.Plan.Code() != file.Code => throw Refused($"{name} was changed since it was made: its content gives code {file.Plan.Code()}, it says {file.Code}."),
            _ => file.Plan,
        };
    }

    private static RefusedException Refused(string problem) => new([$"{problem} Nothing was changed."], safetyRule: true, next: "make a new plan: restoredrill restore plan <database>");
}
