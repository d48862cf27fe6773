namespace RestoreDrill.Core.Cloud;

/// <summary>AWS refused, or did not answer. The message says what was asked and what came back.</summary>
public sealed class CloudException : Exception
{
    /// <param name="fault">What kind of refusal.</param>
    /// <param name="operation">What was asked, for example <c>rds:CopyDBSnapshot</c>.</param>
    /// <param name="subject">Of what, for example <c>snapshot rd-copy-acme-c0...</c> in account 222222222222.</param>
    /// <param name="code">AWS's code; null where there was no answer.</param>
    /// <param name="requestId">AWS's request id; null where there was no answer.</param>
    /// <param name="answer">AWS's own words, or the transport's.</param>
    /// <param name="inner">The cause.</param>
    public CloudException(CloudFault fault, string operation, string subject, string? code, string? requestId, string answer, Exception? inner = null)
        : base(Describe(operation, subject, code, requestId, answer), inner)
    {
        Fault = fault;
        Operation = operation;
        Subject = subject;
        Code = code;
        RequestId = requestId;
        Answer = answer;
    }

    public CloudFault Fault { get; }

    public string Operation { get; }

    public string Subject { get; }

    public string? Code { get; }

    public string? RequestId { get; }

    public string Answer { get; }

    /// <summary>Whether the same call may succeed later.</summary>
    public bool MayPass => Fault is CloudFault.Throttled or CloudFault.Unreachable or CloudFault.Quota or CloudFault.Capacity or CloudFault.WrongState
        or CloudFault.Credentials;

    private static string Describe(string operation, string subject, string? code, string? requestId, string answer) => code is null
        ? $"{operation} for {subject} got no answer: {answer}"
        : $"{operation} for {subject} was refused: {code}: {answer} (request id {requestId ?? "none"})";
}
