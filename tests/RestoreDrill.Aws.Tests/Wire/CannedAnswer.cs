namespace RestoreDrill.Aws.Tests.Wire;

/// <summary>What goes back.</summary>
internal sealed record CannedAnswer(int Status, string Body, string ContentType = "text/xml")
{
    public const string RequestId = "5f0b1c9e-0000-4000-8000-00000000cafe";

    /// <summary>The connection is cut instead of an answer.</summary>
    public bool Cut { get; init; }

    /// <summary>Nothing comes back until the client gives up.</summary>
    public bool Hang { get; init; }

    public static CannedAnswer Rds(string action, string result = "") => Query("http://rds.amazonaws.com/doc/2014-10-31/", action, result);

    public static CannedAnswer Sts(string action, string result) => Query("https://sts.amazonaws.com/doc/2011-06-15/", action, result);

    public static CannedAnswer Iam(string action, string result) => Query("https://iam.amazonaws.com/doc/2010-05-08/", action, result);

    public static CannedAnswer Json(string body) => new(200, body, "application/x-amz-json-1.1");

    public static CannedAnswer Refusal(string code, string message = "no", int status = 400) => new(
        status,
        $"<ErrorResponse xmlns=\"http://rds.amazonaws.com/doc/2014-10-31/\"><Error><Type>Sender</Type><Code>{code}</Code><Message>{message}</Message></Error>"
        + $"<RequestId>{RequestId}</RequestId></ErrorResponse>");

    public static CannedAnswer JsonRefusal(string code, string message = "no") =>
        new(400, $$"""{"__type":"{{code}}","message":"{{message}}"}""", "application/x-amz-json-1.1");

    /// <summary>A role's session.</summary>
    public static CannedAnswer Session(string key, string expires = "2099-01-01T00:00:00Z") => Sts(
        "AssumeRole",
        $"<Credentials><AccessKeyId>{key}</AccessKeyId><SecretAccessKey>secret</SecretAccessKey><SessionToken>token</SessionToken>"
        + $"<Expiration>{expires}</Expiration></Credentials>");

    private static CannedAnswer Query(string space, string action, string result) => new(
        200,
        $"<{action}Response xmlns=\"{space}\"><{action}Result>{result}</{action}Result>"
        + $"<ResponseMetadata><RequestId>{RequestId}</RequestId></ResponseMetadata></{action}Response>");
}
