using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Drilling;

/// <summary>The one rule by which an instance of the vault account may be changed or deleted: name, role tag, installation tag and run tag are all this run's.</summary>
public static class ScratchOwnership
{
    /// <param name="instance">The instance as a fresh Describe gave it.</param>
    /// <param name="installation">This installation.</param>
    /// <param name="run">The drill.</param>
    /// <exception cref="NotOursException">At least one of them does not match; the message names each.</exception>
    public static void Require(ScratchInstance instance, InstallationId installation, RunId run)
    {
        ArgumentNullException.ThrowIfNull(instance);
        var expectedName = new ResourceNames(installation).ScratchInstance(run);
        var wrong = new List<string>();
        if (instance.Name != expectedName)
        {
            wrong.Add($"its name is not {expectedName}");
        }

        RequireTag(TagNames.Role, TagNames.ScratchRole);
        RequireTag(TagNames.Installation, installation.Value);
        RequireTag(TagNames.Run, run.Value);
        if (wrong.Count > 0)
        {
            throw new NotOursException(
                $"Instance {instance.Name} is not the scratch instance of drill {run}: {string.Join(", ", wrong)}. Nothing was done to it.");
        }

        void RequireTag(string key, string expected)
        {
            if (!instance.Tags.TryGetValue(key, out var found) || found != expected)
            {
                wrong.Add($"its tag {key} is {(found is null ? "missing" : $"'{found}'")}, not '{expected}'");
            }
        }
    }
}
