namespace RestoreDrill.Sandbox.Control.Damaging;

/// <summary>A file of a relation, page by page. Small relations only: those of a gigabyte and more have several files.</summary>
internal sealed class PageFile : IDisposable
{
    private readonly FileStream stream;

    private PageFile(FileStream stream) => this.stream = stream;

    public int Count => (int)(stream.Length / Page.Size);

    public static PageFile Open(string file) => new(new FileStream(file, FileMode.Open, FileAccess.ReadWrite));

    public Page Read(int block)
    {
        var bytes = new byte[Page.Size];
        stream.Position = (long)block * Page.Size;
        stream.ReadExactly(bytes);
        return new Page(bytes);
    }

    public void Write(int block, Page page)
    {
        stream.Position = (long)block * Page.Size;
        stream.Write(page.Bytes);
    }

    public void Change(int block, Action<Page> change)
    {
        var page = Read(block);
        change(page);
        Write(block, page);
    }

    public void Cut(int pages) => stream.SetLength((long)pages * Page.Size);

    public void Dispose() => stream.Dispose();
}
