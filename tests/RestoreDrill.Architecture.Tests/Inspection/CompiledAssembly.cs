using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;

namespace RestoreDrill.Architecture.Tests.Inspection;

/// <summary>A built assembly, read without loading it: what it refers to and what its code calls.</summary>
internal sealed partial class CompiledAssembly
{
    private static readonly Dictionary<int, OpCode> OpCodesByValue = typeof(OpCodes).GetFields()
        .Select(static field => field.GetValue(null)).OfType<OpCode>().ToDictionary(static code => (int)(ushort)code.Value);

    private CompiledAssembly(string name, IReadOnlyList<string> assemblies, IReadOnlyList<string> types, IReadOnlyList<CallSite> calls)
    {
        Name = name;
        ReferencedAssemblies = assemblies;
        ReferencedTypes = types;
        Calls = calls;
    }

    public string Name { get; }

    public IReadOnlyList<string> ReferencedAssemblies { get; }

    /// <summary>Full names of types of other assemblies.</summary>
    public IReadOnlyList<string> ReferencedTypes { get; }

    public IReadOnlyList<CallSite> Calls { get; }

    /// <summary>Reads an assembly from beside the tests.</summary>
    public static CompiledAssembly Read(string name)
    {
        using var file = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, name + ".dll")));
        var reader = file.GetMetadataReader();
        return new CompiledAssembly(
            name,
            [.. reader.AssemblyReferences.Select(handle => reader.GetString(reader.GetAssemblyReference(handle).Name))],
            [.. reader.TypeReferences.Select(handle => TypeNames.Of(reader, handle))],
            [.. reader.MethodDefinitions.SelectMany(handle => CallsIn(file, reader, handle))]);
    }

    private static List<CallSite> CallsIn(PEReader file, MetadataReader reader, MethodDefinitionHandle handle)
    {
        var calls = new List<CallSite>();
        var method = reader.GetMethodDefinition(handle);
        if (method.RelativeVirtualAddress == 0)
        {
            return calls;
        }

        var type = TypeNames.Of(reader, method.GetDeclaringType());
        var name = reader.GetString(method.Name);
        var source = AsInSource(type, name);
        var code = file.GetMethodBody(method.RelativeVirtualAddress).GetILReader();
        while (code.RemainingBytes > 0)
        {
            var offset = code.Offset;
            int value = code.ReadByte();
            var opCode = OpCodesByValue[value == 0xFE ? 0xFE00 | code.ReadByte() : value];
            if (opCode.OperandType is OperandType.InlineMethod or OperandType.InlineTok)
            {
                if (Target(reader, MetadataTokens.EntityHandle(code.ReadInt32())) is var (targetType, target))
                {
                    calls.Add(new CallSite(source, targetType, target, offset, $"{type}::{name}"));
                }

                continue;
            }

            Skip(ref code, opCode.OperandType);
        }

        return calls;
    }

    private static (string Type, string Method)? Target(MetadataReader reader, EntityHandle handle)
    {
        switch (handle.Kind)
        {
            case HandleKind.MethodSpecification:
                return Target(reader, reader.GetMethodSpecification((MethodSpecificationHandle)handle).Method);
            case HandleKind.MemberReference:
                var reference = reader.GetMemberReference((MemberReferenceHandle)handle);
                return (TypeNames.Of(reader, reference.Parent), reader.GetString(reference.Name));
            case HandleKind.MethodDefinition:
                var definition = reader.GetMethodDefinition((MethodDefinitionHandle)handle);
                return (TypeNames.Of(reader, definition.GetDeclaringType()), reader.GetString(definition.Name));
            default:
                return null;
        }
    }

    private static void Skip(ref BlobReader code, OperandType operand)
    {
        switch (operand)
        {
            case OperandType.InlineNone:
                break;
            case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar:
                code.Offset += 1;
                break;
            case OperandType.InlineVar:
                code.Offset += 2;
                break;
            case OperandType.InlineI8 or OperandType.InlineR:
                code.Offset += 8;
                break;
            case OperandType.InlineSwitch:
                var branches = code.ReadInt32();
                code.Offset += 4 * branches;
                break;
            default:
                code.Offset += 4;
                break;
        }
    }

    /// <summary>An awaiting method, a lambda or a local function under the name of the method it is written in.</summary>
    private static string AsInSource(string type, string method)
    {
        var parts = type.Split('/');
        var own = string.Join('.', parts.TakeWhile(static part => !part.Contains('<', StringComparison.Ordinal)));
        var made = Made().Match(string.Join('/', parts.Append(method).Where(static part => part.Contains('<', StringComparison.Ordinal))));
        return $"{own}.{(made.Success ? made.Groups[1].Value : method)}";
    }

    [GeneratedRegex(@"<([A-Za-z_.][\w.$]*)>")]
    private static partial Regex Made();
}
