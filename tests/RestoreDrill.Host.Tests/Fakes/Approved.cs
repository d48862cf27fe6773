namespace RestoreDrill.Host.Tests.Fakes;

/// <summary>Compares output with the approved file of that name; writes what came instead beside it.</summary>
internal static class Approved
{
    public static void Equal(string name, string received)
    {
        var folder = Path.Combine(Repository.Root, "tests", "RestoreDrill.Host.Tests", "Approved");
        var approved = Path.Combine(folder, name);
        var expected = File.Exists(approved) ? File.ReadAllText(approved) : "";
        var dot = approved.LastIndexOf('.');
        var beside = $"{approved[..dot]}.received{approved[dot..]}";
        if (expected == received)
        {
            File.Delete(beside);
            return;
        }

        File.WriteAllText(beside, received);
        Assert.Equal(expected, received);
    }
}
