using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Anamnesis.Sources;
using Npgsql;

namespace Anamnesis.Engines;

/// <summary>A PostgreSQL server on the loopback with a data folder of its own, started for the tests and stopped after them; where no server is installed its tests are skipped loudly.</summary>
public sealed class PostgresServer : IDisposable
{
    internal const string Secret = "s3cret-never-shown";

    readonly string? _programs = Programs();
    readonly string _folder;
    readonly int _port = FreePort();
    int _schemas;

    public PostgresServer()
    {
        _folder = Directory.CreateTempSubdirectory("anamnesis-postgres-").FullName;
        if (_programs is null)
        {
            return;
        }

        if (Environment.IsPrivilegedProcess)
        {
            Run("chown", "postgres", _folder); // the server refuses to run as root
        }

        Run("initdb", "-D", At("data"), "-A", "trust", "-U", "tester", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync");
        File.WriteAllText(At("data/pg_hba.conf"), "host all tester 127.0.0.1/32 trust\nhost all all 127.0.0.1/32 scram-sha-256\n");
        Run("pg_ctl", "-D", At("data"), "-w", "-l", At("log"), "-o", string.Create(CultureInfo.InvariantCulture, $"-c listen_addresses=127.0.0.1 -c port={_port} -c unix_socket_directories='' -c fsync=off -c jit=off -c work_mem=64MB"), "start");
        Execute("postgres", $"CREATE ROLE reader LOGIN PASSWORD {Secret}");
    }

    internal string Address(string database, string user = "tester") => string.Create(CultureInfo.InvariantCulture, $"postgres://{user}@127.0.0.1:{_port}/{database}");

    /// <summary>Skips the test where there is no server.</summary>
    internal PostgresServer Need()
    {
        Assert.SkipWhen(_programs is null, "SKIPPED: no PostgreSQL server is installed; './test' installs the Debian package postgresql when it is run as root");
        return this;
    }

    /// <summary>An empty database.</summary>
    internal string Create(string database)
    {
        Execute("postgres", $"CREATE DATABASE {new Name(database)}");
        return Address(database);
    }

    /// <summary>A table in a schema of its own, made by a query, and the address of that schema; a database of its own costs a quarter of a second.</summary>
    internal string Table(string table, Sql query)
    {
        const string shared = "tables";
        if (_schemas++ == 0)
        {
            Create(shared);
        }

        var schema = string.Create(CultureInfo.InvariantCulture, $"s{_schemas}");
        Execute(shared, $"CREATE SCHEMA {new Name(schema)}; CREATE TABLE {new Name(schema)}.{new Name(table)} AS {query}");
        return $"{Address(shared)}?schema={schema}";
    }

    internal void Execute(string database, Sql sql)
    {
        using var connection = Open(database);
        using var command = connection.CreateCommand();
        command.CommandText = sql.Text;
        command.ExecuteNonQuery();
    }

    /// <summary>Copies all tables of a data set, texts as they were written.</summary>
    internal void Load(string database, Dataset from)
    {
        using var connection = Open(database);
        foreach (var table in from.Tables)
        {
            using (var create = connection.CreateCommand())
            {
                Sql columns = Sql.Join(", ", table.Columns.Select(column => (Sql)$"{new Name(column.Name)} {Sql.Raw(Type(column))}"));
                Sql sql = $"CREATE TABLE {new Name(table.Name)} ({columns})";
                create.CommandText = sql.Text;
                create.ExecuteNonQuery();
            }

            using var copy = connection.BeginBinaryImport($"COPY {new Name(table.Name).Quoted} FROM STDIN (FORMAT BINARY)");
            from.Each($"SELECT {Sql.Join(", ", table.Columns.Select(column => column.Raw ?? column.Value))} FROM {table.From}", row =>
            {
                copy.StartRow();
                foreach (var (column, place) in table.Columns.Select((column, place) => (column, place)))
                {
                    Write(copy, row, column, place);
                }
            });
            copy.Complete();
        }
    }

    static void Write(NpgsqlBinaryImporter copy, DbDataReader row, Column column, int place)
    {
        if (row.IsDBNull(place))
        {
            copy.WriteNull();
            return;
        }

        switch (Type(column))
        {
            case "bigint":
                copy.Write(row.CountAt(place));
                break;
            case "double precision":
                copy.Write(row.NumberAt(place)!.Value); // not null
                break;
            case "timestamp" or "date":
                copy.Write(row.TimeAt(place)!.Value, column.DaysOnly ? NpgsqlTypes.NpgsqlDbType.Date : NpgsqlTypes.NpgsqlDbType.Timestamp); // not null
                break;
            default:
                copy.Write(row.TextAt(place)!); // not null
                break;
        }
    }

    static string Type(Column column) => column.Raw is not null ? "text" : column.Kind switch
    {
        Kind.Number => column.Whole ? "bigint" : "double precision",
        Kind.Time => column.DaysOnly ? "date" : "timestamp",
        _ => "text",
    };

    internal NpgsqlConnection Open(string database)
    {
        var connection = new NpgsqlConnection(PostgreSqlAddress.Parse(Address(database)).Connection.Replace("default_transaction_read_only=on", "default_transaction_read_only=off", StringComparison.Ordinal));
        connection.Open();
        return connection;
    }

    public void Dispose()
    {
        if (_programs is not null)
        {
            Run("pg_ctl", "-D", At("data"), "-w", "-m", "immediate", "stop");
        }

        Directory.Delete(_folder, recursive: true);
    }

    string At(string name) => Path.Combine(_folder, name);

    void Run(string program, params string[] arguments)
    {
        var asPostgres = Environment.IsPrivilegedProcess && program != "chown";
        var path = program == "chown" ? program : Path.Combine(_programs!, program); // called where there is a server
        using var process = Process.Start(new ProcessStartInfo(asPostgres ? "setpriv" : path, asPostgres ? [.. (string[])["--reuid=postgres", "--regid=postgres", "--clear-groups", path], .. arguments] : arguments)
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!; // it starts or throws
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    static string? Programs() => (Directory.Exists("/usr/lib/postgresql") ? Directory.EnumerateDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin")) : [])
        .Concat((Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator)).LastOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl")));

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
