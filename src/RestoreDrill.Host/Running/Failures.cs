using System.Text.RegularExpressions;
using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Refusals;
using RestoreDrill.Core.Runs;
using RestoreDrill.Host.Commands;
using RestoreDrill.Host.Configuration;
using RestoreDrill.Host.Isolation;
using RestoreDrill.Host.Reporting;
using RestoreDrill.Host.Restoring;
using RestoreDrill.Records.Journal;

namespace RestoreDrill.Host.Running;

/// <summary>The one place where an exception becomes what is told and what is exited with.</summary>
internal static partial class Failures
{
    private const string RunsStayOpen = "No copy is touched by this. A run that was under way keeps its state; the same command goes on with it.";

    /// <summary>Not "nothing was begun": a refused command may be the second one of a restore that was begun.</summary>
    private const string Unchanged = "This command changed nothing.";

    public static ErrorReport Describe(Exception exception, bool trace)
    {
        var report = exception switch
        {
            ConfigurationException configuration => OfConfiguration(configuration),
            UsageException usage => Make("refused", usage.Message, Unchanged, usage.Next, ExitCodes.Refused),
            LookingOnException looking => Make(
                looking.Cancelled ? "cancelled" : "service-gone", looking.Message, looking.Safe, looking.Next, looking.Cancelled ? ExitCodes.Cancelled : ExitCodes.Failed),
            RefusedException refused => Make(
                refused.SafetyRule ? "safety-rule" : "refused",
                string.Join(Environment.NewLine, refused.Problems),
                Unchanged,
                refused.Next is { } next ? next + "." : "Correct what is named above; `restoredrill config check` looks at everything at once.",
                refused.SafetyRule ? ExitCodes.SafetyRule : ExitCodes.Refused),
            BrokenJournalException => Make("safety-rule", exception.Message, Unchanged, "Move the file aside, keep it, and give the same `restoredrill restore run` again; see runbooks/emergency-restore.md.", ExitCodes.SafetyRule),
            JournalInUseException => Make("refused", exception.Message, Unchanged, "Repeat the command once the other process has ended.", ExitCodes.Refused),
            StoreSchemaException => Make("schema", exception.Message, RunsStayOpen, "Run `restoredrill db migrate` with the newest RestoreDrill that uses this store.", ExitCodes.Refused),
            IsolationBrokenOffException isolation => Make(
                "aws", isolation.Message, isolation.Safe, "Mend what is named, look with `restoredrill isolation plan`, and go on with `restoredrill isolation apply`.", ExitCodes.Failed),
            RestoreBrokenOffException restore => Make(restore.Kind, restore.Message, restore.Safe, restore.Next, restore.ExitCode),
            CloudException cloud => Make("aws", cloud.Message, RunsStayOpen, NextAfter(cloud.Fault), ExitCodes.Failed) with { Runbook = RunbookOf(cloud.Fault) },
            StoreUnavailableException => Make(
                "store",
                exception.Message,
                RunsStayOpen,
                "Bring RestoreDrill's PostgreSQL store back (see Store in the configuration), then repeat the command. Copies can be restored without it.",
                ExitCodes.Failed) with { Runbook = "runbooks/service-and-store-lost.md" },
            NotOursException => Make(
                "not-ours",
                exception.Message,
                "Nothing was changed or deleted.",
                "Look at the resource and its tags: somebody else made it, or changed its tags. RestoreDrill never touches it; remove what is in the way by hand.",
                ExitCodes.SafetyRule),
            LeaseLostException => Make(
                "lease-lost", exception.Message, null, "Watch the run with `restoredrill explain latest`, or repeat the command once the other process is done.", ExitCodes.Failed),
            InstanceUnreachableException => Make(
                "instance-unreachable",
                exception.Message,
                RunsStayOpen,
                "Check that this machine reaches the scratch instance (subnet routes, security group, RootCertificate), then repeat the command.",
                ExitCodes.Failed),
            OperationCanceledException => Make("cancelled", "Cancelled.", RunsStayOpen, "Repeat the command to go on, or look with `restoredrill status`.", ExitCodes.Cancelled),
            _ => Make(
                "unexpected",
                $"{exception.GetType().Name}: {exception.Message}",
                RunsStayOpen,
                trace ? "Report this with the trace below." : "Repeat the command with RESTOREDRILL_TRACE=1 and report what it prints.",
                ExitCodes.Failed),
        };
        return trace && exception is not (OperationCanceledException or LookingOnException or RestoreBrokenOffException { InnerException: OperationCanceledException }) ? report with { Trace = WithoutSecrets(exception.ToString()) } : report;
    }

    private static ErrorReport OfConfiguration(ConfigurationException exception)
    {
        var code = exception.RefusedBySafetyRule ? ExitCodes.SafetyRule : ExitCodes.Refused;
        return Make(
            "configuration",
            $"{exception.File} cannot be used ({Words.Of(exception.Problems.Count, "problem")})",
            Unchanged,
            "Correct each line above, then run `restoredrill config check`. docs/configuration.md explains every key.",
            code) with { Problems = exception.Problems };
    }

    private static ErrorReport Make(string kind, string message, string? safe, string next, int exitCode) =>
        new() { Kind = kind, Message = WithoutSecrets(message), Safe = safe, Next = next, ExitCode = exitCode };

    private static string NextAfter(CloudFault fault) => fault switch
    {
        CloudFault.AccessDenied => "Compare the role's policy with docs/iam, and service control policies with it; then `restoredrill config check`.",
        CloudFault.Credentials => "Check Profile, CredentialsFile and ExternalId of the account's section, whether the keys are still valid, and this machine's clock; then `restoredrill config check`.",
        CloudFault.Throttled => "AWS is asked too often in this account; repeat the command in a few minutes.",
        CloudFault.Unreachable => "Check the network and the Endpoint of the account's section (the sandbox: is `make sandbox` running?), then repeat the command.",
        CloudFault.Quota => "Ask AWS for a larger quota, or wait until others are done; then repeat the command. RestoreDrill never deletes a copy to make room.",
        CloudFault.Capacity => "Repeat the command later, or configure another Scratch:InstanceClass.",
        CloudFault.WrongState => "Wait until the resource is available again, then repeat the command.",
        CloudFault.KeyNotAccessible => "Check that the KMS key exists, is enabled, and that its policy lets the role use it; then `restoredrill config check`.",
        CloudFault.NotFound => "Check the name in the configuration against the account and region; then `restoredrill config check`.",
        _ => "Look the request id up in CloudTrail; `restoredrill explain latest` shows what was done before.",
    };

    private static string? RunbookOf(CloudFault fault) => fault is CloudFault.KeyNotAccessible ? "runbooks/guard-rail-broken.md" : null;

    /// <summary>Takes passwords out of texts that somebody else wrote (a driver's message, a stack trace).</summary>
    private static string WithoutSecrets(string text) => Secret().Replace(text, "$1=***");

    [GeneratedRegex(@"\b(password|pwd|passfile|secret|aws_secret_access_key|aws_session_token)\s*=\s*(""[^""]*""|'[^']*'|[^;\s]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Secret();
}
