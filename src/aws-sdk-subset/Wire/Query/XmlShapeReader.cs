using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.Wire.Query;

/// <summary>Reads a structure from the XML of an answer by the map of its type. Elements the map does not know are skipped, whole.</summary>
internal static class XmlShapeReader
{
    /// <summary>Fills <paramref name="owner"/> from the element the reader stands on, and leaves the reader at its end.</summary>
    public static void Fill(XmlUnmarshallerContext context, object owner)
    {
        var shape = Shape.Of(owner.GetType());
        foreach (var name in Children(context))
        {
            if (shape.Find(name) is not { } member)
            {
                continue;
            }

            if (!member.IsList)
            {
                member.Set(owner, ReadValue(context, member.ValueType));
                continue;
            }

            foreach (var item in Children(context))
            {
                if (item == member.ItemName)
                {
                    member.Add(owner, ReadValue(context, member.ValueType));
                }
            }
        }
    }

    /// <summary>Stops at the start of each direct child of the current element; what a child contains may be read or left.</summary>
    public static IEnumerable<string> Children(XmlUnmarshallerContext context)
    {
        var depth = context.CurrentDepth;
        while (context.ReadAtDepth(depth))
        {
            if (context.IsStartElement && context.CurrentDepth == depth + 1)
            {
                yield return context.CurrentPath[(context.CurrentPath.LastIndexOf('/') + 1)..];
            }
            else if (context.IsEndElement && context.CurrentDepth < depth)
            {
                yield break;
            }
        }
    }

    private static object ReadValue(XmlUnmarshallerContext context, Type type)
    {
        if (Shape.IsStructure(type))
        {
            var structure = Activator.CreateInstance(type);
            Fill(context, structure);
            return structure;
        }

        if (typeof(ConstantClass).IsAssignableFrom(type))
        {
            // The constructor keeps a value that this subset does not list.
            return Activator.CreateInstance(type, StringUnmarshaller.Instance.Unmarshall(context));
        }

        return type switch
        {
            _ when type == typeof(string) => StringUnmarshaller.Instance.Unmarshall(context),
            _ when type == typeof(int?) => NullableIntUnmarshaller.Instance.Unmarshall(context),
            _ when type == typeof(bool?) => NullableBoolUnmarshaller.Instance.Unmarshall(context),
            _ when type == typeof(DateTime?) => NullableDateTimeUnmarshaller.Instance.Unmarshall(context),
            _ => throw new NotSupportedException($"No wire form for {type}."),
        };
    }
}
