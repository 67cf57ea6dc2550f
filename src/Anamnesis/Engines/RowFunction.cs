using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace Anamnesis.Engines;

/// <summary>A table function of DuckDB whose rows this program makes: they are written straight into the vectors of the engine.</summary>
/// <remarks>See <c>docs/adr/0017-plain-text-is-read-here.md</c>. The engine keeps the name of the function until it is closed, but not the rows.</remarks>
sealed unsafe partial class RowFunction : IDisposable
{
    const int MostRows = 2048; // of a vector of the engine

    static long _functions;

    readonly Name _name = new($"anamnesis rows {Interlocked.Increment(ref _functions).ToString(CultureInfo.InvariantCulture)}");
    IRows? _rows;
    ExceptionDispatchInfo? _failure;

    /// <summary>Makes it known to a database.</summary>
    internal RowFunction(DuckDBConnection connection, IRows rows)
    {
        _rows = rows;
        var function = NativeMethods.TableFunction.DuckDBCreateTableFunction();
        try
        {
            NativeMethods.TableFunction.DuckDBTableFunctionSetName(function, _name.Text);
            NativeMethods.TableFunction.DuckDBTableFunctionSetExtraInfo(function, GCHandle.ToIntPtr(GCHandle.Alloc(this)), &Forget);
            NativeMethods.TableFunction.DuckDBTableFunctionSetBind(function, &Bind);
            NativeMethods.TableFunction.DuckDBTableFunctionSetInit(function, &Begin);
            NativeMethods.TableFunction.DuckDBTableFunctionSetFunction(function, &Fill);
            if (NativeMethods.TableFunction.DuckDBRegisterTableFunction(connection.NativeConnection, function) != DuckDBState.Success)
            {
                throw new InvalidOperationException($"DuckDB did not take the function {_name.Text}.");
            }
        }
        finally
        {
            NativeMethods.TableFunction.DuckDBDestroyTableFunction(ref function);
        }
    }

    /// <summary>What stands after FROM.</summary>
    internal Sql From => $"{_name}()";

    /// <summary>Throws what making the rows threw.</summary>
    internal void Check() => _failure?.Throw();

    /// <summary>Lets go of the rows.</summary>
    public void Dispose() => _rows = null;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    static void Forget(IntPtr handle) => GCHandle.FromIntPtr(handle).Free();

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    static void Bind(IntPtr info)
    {
        var self = Of(NativeMethods.TableFunction.DuckDBBindGetExtraInfo(info));
        foreach (var (name, kind, words) in self._rows?.Columns ?? [])
        {
            using var type = words is null ? NativeMethods.LogicalType.DuckDBCreateLogicalType(TypeOf(kind)) : Enumeration(words);
            NativeMethods.TableFunction.DuckDBBindAddResultColumn(info, name.Text, type);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    static void Begin(IntPtr info)
    {
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    static void Fill(IntPtr info, IntPtr chunk)
    {
        var self = Of(NativeMethods.TableFunction.DuckDBFunctionGetExtraInfo(info));
        using var lent = new Lent(chunk);
        try
        {
            NativeMethods.DataChunks.DuckDBDataChunkSetSize(lent, (ulong)self.Next(lent));
        }
        catch (Exception failure) // nothing may be thrown through the engine
        {
            self._failure = ExceptionDispatchInfo.Capture(failure);
            NativeMethods.TableFunction.DuckDBFunctionSetError(info, failure.Message);
        }
    }

    int Next(Lent chunk)
    {
        if (_rows is not { } rows)
        {
            return 0;
        }

        var columns = new RowVector[rows.Columns.Count];
        for (var place = 0; place < columns.Length; place++)
        {
            columns[place] = new RowVector(NativeMethods.DataChunks.DuckDBDataChunkGetVector(chunk, place));
        }

        return rows.Next(columns, MostRows);
    }

    static RowFunction Of(IntPtr handle) => (RowFunction)GCHandle.FromIntPtr(handle).Target!; // set by the constructor, freed with the function

    static DuckDBType TypeOf(Kind kind) => kind switch
    {
        Kind.Number => DuckDBType.Double,
        Kind.Time => DuckDBType.Timestamp,
        _ => DuckDBType.Varchar,
    };

    static DuckDBLogicalType Enumeration(IReadOnlyList<string> words)
    {
        var texts = words.Select(Marshal.StringToCoTaskMemUTF8).ToArray();
        try
        {
            return CreateEnumeration(texts, (ulong)texts.Length);
        }
        finally
        {
            Array.ForEach(texts, Marshal.FreeCoTaskMem);
        }
    }

    // the driver has no binding for this one
    [LibraryImport("duckdb", EntryPoint = "duckdb_create_enum_type")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static partial DuckDBLogicalType CreateEnumeration(IntPtr[] words, ulong count);

    /// <summary>A chunk that belongs to the engine.</summary>
    sealed class Lent : DuckDBDataChunk
    {
        internal Lent(IntPtr chunk)
            : base(chunk)
        {
        }

        protected override bool ReleaseHandle() => true;
    }
}
