using System.Text.Json.Nodes;
using RestoreDrill.Core.Restoring;
using RestoreDrill.Sandbox.Control;

namespace RestoreDrill.EndToEnd.Tests.Setting;

/// <summary>
/// Where a person does an emergency restore: a directory with the configuration, which names no store here, the root certificate that it names, the vault account's credentials and no others; and
/// the device of the user whom they belong to.
/// </summary>
public sealed class OnCallDesk : IDisposable
{
    private const string Vault = "222222222222";
    private static readonly TimeSpan CodeChanges = TimeSpan.FromSeconds(30);

    private readonly SandboxControl _control;

    private OnCallDesk(SandboxControl control, string directory) => (_control, Directory) = (control, directory);

    public string Directory { get; }

    public string PlanFile => Path.Combine(Directory, "courses.plan.json");

    public string JournalFile => PlanFile + ".journal";

    /// <summary>Where the new master password goes.</summary>
    public string PasswordFile => Path.Combine(Directory, "restored.pgpass");

    private string Configuration => Path.Combine(Directory, "appsettings.json");

    /// <param name="workbench">The installation; <see cref="Workbench.AllowRestores"/> was called.</param>
    /// <param name="control">The sandbox.</param>
    public static OnCallDesk Of(Workbench workbench, SandboxControl control)
    {
        var desk = new OnCallDesk(control, System.IO.Directory.CreateTempSubdirectory("restoredrill-desk-").FullName);
        var settings = workbench.Settings.DeepClone().AsObject();
        var keys = workbench.Sandbox.CredentialsOf("vault").GetCredentials();
        var credentials = Path.Combine(desk.Directory, "credentials");
        File.WriteAllText(credentials, $"[vault]\naws_access_key_id = {keys.AccessKey}\naws_secret_access_key = {keys.SecretKey}\n");
        File.Copy(workbench.Sandbox.CertificateAuthorityFile, Path.Combine(desk.Directory, "ca.crt"));
        settings.Remove("Store");
        settings["Scratch"]!["RootCertificate"] = "ca.crt";
        settings["Source"]!["CredentialsFile"] = "nowhere/credentials";
        settings["Vault"]!["CredentialsFile"] = "credentials";
        settings["Restore"]![nameof(PasswordFile)] = "restored.pgpass";
        foreach (var database in settings["Databases"]!.AsArray().Where(static database => database!["Reader"] is not null))
        {
            database!["Reader"]![nameof(PasswordFile)] = "nowhere/reader.password";
        }

        File.WriteAllText(desk.Configuration, new JsonObject { ["RestoreDrill"] = settings }.ToJsonString());
        return desk;
    }

    /// <summary>A code that was not used before: time goes by in AWS until the device shows one.</summary>
    public string FreshCode()
    {
        _control.Advance(CodeChanges);
        return _control.MfaCodes.Single(static code => code.Account == Vault).Code;
    }

    /// <summary>What the plan asks to be typed.</summary>
    public string Phrase() => RestorePlanFile.Read(File.ReadAllText(PlanFile), PlanFile).Phrase();

    /// <summary><c>restore plan</c>, with a code.</summary>
    public Task<CommandResult> PlanAsync(string database, params string[] options) => RunAsync([FreshCode()], ["restore", "plan", database, "--file", PlanFile, .. options]);

    /// <summary><c>restore run</c>, with phrase and code where it was not begun, and a code where it was.</summary>
    /// <param name="errors">The file that standard error goes into; null: the terminal.</param>
    public RestoreDrillProcess StartRun(string? errors = null) => Start(
        File.Exists(JournalFile) && new FileInfo(JournalFile).Length > 0 ? [FreshCode()] : [Phrase(), FreshCode()], errors, "restore", "run", PlanFile);

    public async Task<CommandResult> RunAsync(IReadOnlyList<string> typed, params string[] arguments)
    {
        await using var process = Start(typed, null, arguments);
        return await process.WaitAsync();
    }

    private RestoreDrillProcess Start(IReadOnlyList<string> typed, string? errors, params string[] arguments) =>
        RestoreDrillProcess.StartAtTerminal(Directory, [.. arguments, "--config", Configuration], typed, errors);

    public void Dispose() => System.IO.Directory.Delete(Directory, recursive: true);
}
