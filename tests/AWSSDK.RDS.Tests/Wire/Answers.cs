namespace AWSSDK.RDS.Tests.Wire;

/// <summary>Answers in the form RDS gives them.</summary>
internal static class Answers
{
    public const string RequestId = "b0a5e0a4-1111-2222-3333-0c4a2d5f7e10";

    public static string Result(string operation, string content) => $"""
        <{operation}Response xmlns="http://rds.amazonaws.com/doc/2014-10-31/">
          <{operation}Result>
            {content}
          </{operation}Result>
          <ResponseMetadata><RequestId>{RequestId}</RequestId></ResponseMetadata>
        </{operation}Response>
        """;

    public static string Empty(string operation) => $"""
        <{operation}Response xmlns="http://rds.amazonaws.com/doc/2014-10-31/">
          <ResponseMetadata><RequestId>{RequestId}</RequestId></ResponseMetadata>
        </{operation}Response>
        """;

    public static string Error(string code, string message) => $"""
        <ErrorResponse xmlns="http://rds.amazonaws.com/doc/2014-10-31/">
          <Error><Type>Sender</Type><Code>{code}</Code><Message>{message}</Message></Error>
          <RequestId>{RequestId}</RequestId>
        </ErrorResponse>
        """;
}
