namespace AWSSDK.Wire.Tests;

/// <summary>
/// Answers in the form of the query protocol. The namespace is each service's own and nobody looks at it; the golden files have the real ones.
/// </summary>
internal static class XmlAnswers
{
    public static string Result(string operation, string content) => $"""
        <{operation}Response xmlns="https://service.amazonaws.com/doc/">
          <{operation}Result>
            {content}
          </{operation}Result>
          <ResponseMetadata><RequestId>{ServiceEndpoint.RequestId}</RequestId></ResponseMetadata>
        </{operation}Response>
        """;

    public static string Empty(string operation) => $"""
        <{operation}Response xmlns="https://service.amazonaws.com/doc/">
          <ResponseMetadata><RequestId>{ServiceEndpoint.RequestId}</RequestId></ResponseMetadata>
        </{operation}Response>
        """;

    public static string Error(string code, string message) => $"""
        <ErrorResponse xmlns="https://service.amazonaws.com/doc/">
          <Error><Type>Sender</Type><Code>{code}</Code><Message>{message}</Message></Error>
          <RequestId>{ServiceEndpoint.RequestId}</RequestId>
        </ErrorResponse>
        """;
}
