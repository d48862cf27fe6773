using System.Xml.Linq;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Iam;

/// <summary>One operation of IAM.</summary>
internal interface IIamOperation
{
    string Name { get; }

    /// <summary>The result element; null for an operation that answers nothing. Called with the states held.</summary>
    /// <exception cref="AwsError">IAM refuses.</exception>
    XElement? Execute(IamCall call);
}
