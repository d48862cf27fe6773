using System.Collections;
using System.Globalization;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.Wire.Query;

/// <summary>
/// Writes a request as the query protocol's form: <c>Action</c>, <c>Version</c>, and each set member under its path
/// (<c>Tags.Tag.1.Key</c>). Items count from 1.
/// </summary>
internal sealed class QueryRequestMarshaller(Service service, string action) : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = new DefaultRequest(input, service.Name);
        request.Parameters.Add("Action", action);
        request.Parameters.Add("Version", service.Version);
        WriteMembers(request.Parameters, "", input);
        return request;
    }

    private static void WriteMembers(IDictionary<string, string> form, string prefix, object owner)
    {
        foreach (var member in Shape.Of(owner.GetType()).Members)
        {
            if (member.Get(owner) is not { } value)
            {
                continue;
            }

            if (!member.IsList)
            {
                WriteValue(form, prefix + member.Name, value);
                continue;
            }

            var list = (IList)value;
            for (var i = 0; i < list.Count; i++)
            {
                WriteValue(form, string.Create(CultureInfo.InvariantCulture, $"{prefix}{member.Name}.{member.ItemName}.{i + 1}"), list[i]);
            }

            // An empty list that the caller set says "make it empty"; one that merely exists because collections are initialised says nothing.
            if (list.Count == 0 && !AWSConfigs.InitializeCollections)
            {
                form.Add(prefix + member.Name, "");
            }
        }
    }

    private static void WriteValue(IDictionary<string, string> form, string path, object value)
    {
        switch (value)
        {
            case null:
                break;
            case string text:
                form.Add(path, text);
                break;
            case ConstantClass constant:
                form.Add(path, constant.Value);
                break;
            case bool flag:
                form.Add(path, flag ? "true" : "false");
                break;
            case int number:
                form.Add(path, number.ToString(CultureInfo.InvariantCulture));
                break;
            case var structure when Shape.IsStructure(structure.GetType()):
                WriteMembers(form, path + ".", structure);
                break;
            default:
                throw new NotSupportedException($"No wire form for {value.GetType()} at {path}.");
        }
    }
}
