using System.Data.Common;
using System.Net.Sockets;
using ZstdSharp;

namespace Anamnesis.Sources;

/// <summary>Says what a failure while reading a file means and what to do about it.</summary>
static class Refusals
{
    /// <summary>What DuckDB's messages hold where files, disk or memory are at fault: a page that is none is an invalid error, or a failure to read.</summary>
    static readonly string[] Outside = ["IO Error: ", "Out of Memory Error: ", "Invalid Error: ", "Failed to read file "];

    /// <summary>Classes of SQLSTATE that tell of the server and not of the query: connection, resources, intervention of an operator, system.</summary>
    static readonly string[] Gone = ["08", "53", "57", "58"];

    /// <summary>The error for the user, or null when the failure is none of the file, the disk or the engine.</summary>
    internal static AnamnesisException? Of(string shown, Exception failure) => failure switch
    {
        InvalidOperationException { InnerException: DbException engine } => new AnamnesisException($"'{shown}' could not be read: {engine.Message.Split('\n')[0]} {Advice(engine)}", failure),
        InvalidDataException or ZstdException or EndOfStreamException => new AnamnesisException($"'{shown}' ends early or is damaged: {failure.Message} Expected a whole file; fetch it again.", failure),
        UnauthorizedAccessException => new AnamnesisException($"'{shown}' may not be read by this user. Ask for read permission, or copy the file to a place of your own.", failure),
        IOException => new AnamnesisException($"'{shown}' could not be read: {failure.Message} Check the file, and that the disk for spilling has room (--spill names another folder).", failure),
        _ => null,
    };

    /// <summary>The error for the user where data that were open cannot be read any further: a file or a server went away, is damaged within, or has no room; null when the query itself was refused, which is a bug.</summary>
    internal static AnamnesisException? While(string address, Exception failure) => failure switch
    {
        not null when IsUntrue(failure) => new AnamnesisException(
            $"'{address}' holds a Parquet file whose footer gives other extremes than its rows have. Expected statistics that are true; write the file again, as \"COPY (SELECT * FROM 'old.parquet') TO 'new.parquet'\" of DuckDB does.", failure),
        DbException engine when Array.Exists(Outside, word => engine.Message.Contains(word, StringComparison.Ordinal)) => new AnamnesisException(
            $"'{address}' could not be read to its end: {engine.Message.Split('\n')[0].TrimEnd('.')}. Expected files that are whole and stay as they are while they are examined: fetch them again, and see that the disk for spilling has room (--spill names another folder).", failure),
        DbException { SqlState: { Length: 5 } state } engine when Array.Exists(Gone, state.StartsWith) => Lost(address, engine),
        DbException { InnerException: IOException or SocketException } or InvalidOperationException => Lost(address, failure),
        _ => null,
    };

    /// <summary>Whether the engine found out that the extremes in a footer are untrue.</summary>
    internal static bool IsUntrue(Exception? failure) => failure is DbException && failure.Message.Contains("statistics in your data source are corrupt", StringComparison.Ordinal);

    static AnamnesisException Lost(string address, Exception failure) => new(
        $"{address} stopped answering: {failure.Message.Split('\n')[0].TrimEnd('.')}. Nothing was written there. See that the server runs, that it has room, and that it does not end long sessions; then run it again.", failure);

    static string Advice(DbException engine) => engine.Message.Contains("temp", StringComparison.OrdinalIgnoreCase) || engine.Message.Contains("Out of Memory", StringComparison.OrdinalIgnoreCase)
        ? "The disk for spilling is full: make room or name another folder with --spill."
        : "Expected a delimited text; check that the file is whole.";
}
