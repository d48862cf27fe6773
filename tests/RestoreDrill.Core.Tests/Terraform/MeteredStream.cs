using System.Text;

namespace RestoreDrill.Core.Tests.Terraform;

/// <summary>A plan of any size, made while it is read, that notes the most managed memory that was alive meanwhile.</summary>
internal sealed class MeteredStream(long size, bool deletesTheDatabase) : Stream
{
    private const long LookEvery = 16 << 20;

    private readonly byte[] _begin = Encoding.UTF8.GetBytes("{\"format_version\":\"1.2\",\"terraform_version\":\"1.9.5\",\"resource_changes\":[");
    private byte[] _piece = [];
    private int _at;
    private long _given;
    private long _nextLook = LookEvery;
    private int _number = -1;
    private bool _ended;

    /// <summary>The most bytes that were alive, after a full collection, at one of the looks.</summary>
    public long MostAlive { get; private set; }

    public int Resources => _number;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        if (_at == _piece.Length)
        {
            Next();
        }

        var length = Math.Min(buffer.Length, _piece.Length - _at);
        _piece.AsSpan(_at, length).CopyTo(buffer);
        _at += length;
        _given += length;
        if (_given >= _nextLook)
        {
            MostAlive = Math.Max(MostAlive, GC.GetTotalMemory(forceFullCollection: true));
            _nextLook += LookEvery;
        }

        return length;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private void Next()
    {
        _at = 0;
        _piece = _number < 0 ? _begin
            : _given < size ? Encoding.UTF8.GetBytes(Change(_number))
            : _ended ? []
            : Encoding.UTF8.GetBytes(Last());
        _ended = _number >= 0 && _given >= size;
        _number++;
    }

    private static string Change(int number)
    {
        var values = $$$"""{"arn":"arn:aws:s3:::bucket-{{{number}}}","bucket":"bucket-{{{number}}}","force_destroy":false,"policy":"{{{new string('p', 1500)}}}","tags":{"N":"{{{number}}}"}}""";
        return $$$"""{"address":"module.many.aws_s3_bucket.b[{{{number}}}]","module_address":"module.many","mode":"managed","type":"aws_s3_bucket","name":"b","index":{{{number}}},"change":{"actions":["no-op"],"before":{{{values}}},"after":{{{values}}},"after_unknown":{} } },""";
    }

    private string Last() => deletesTheDatabase
        ? """{"address":"aws_db_instance.courses","mode":"managed","type":"aws_db_instance","name":"courses","change":{"actions":["delete"],"before":{"identifier":"courses-prod"},"after":null} } ],"errored":false}"""
        : """{"address":"aws_ecs_cluster.web","mode":"managed","type":"aws_ecs_cluster","name":"web","change":{"actions":["no-op"],"before":{},"after":{} } } ],"errored":false}""";
}
