using System.Data.Common;
using ZstdSharp;

namespace Anamnesis.Sources;

/// <summary>Says what a failure while reading a file means and what to do about it.</summary>
static class Refusals
{
    /// <summary>What DuckDB's messages hold where files, disk or memory are at fault: a page that is none is an invalid error, or a failure to read.</summary>
    static readonly string[] Outside = ["IO Error: ", "Out of Memory Error: ", "Invalid Error: ", "Failed to read file "];

    /// <summary>The error for the user, or null when the failure is none of the file, the disk or the engine.</summary>
    internal static AnamnesisException? Of(string shown, Exception failure) => failure switch
    {
        InvalidOperationException { InnerException: DbException engine } => new AnamnesisException($"'{shown}' could not be read: {engine.Message.Split('\n')[0]} {Advice(engine)}", failure),
        InvalidDataException or ZstdException or EndOfStreamException => new AnamnesisException($"'{shown}' ends early or is damaged: {failure.Message} Expected a whole file; fetch it again.", failure),
        UnauthorizedAccessException => new AnamnesisException($"'{shown}' may not be read by this user. Ask for read permission, or copy the file to a place of your own.", failure),
        IOException => new AnamnesisException($"'{shown}' could not be read: {failure.Message} Check the file, and that the disk for spilling has room (--spill names another folder).", failure),
        _ => null,
    };

    /// <summary>The error for the user where data that were open cannot be read any further: a file went away or is damaged within, or there is no room; null when the query itself was refused, which is a bug.</summary>
    internal static AnamnesisException? While(string address, Exception failure) =>
        failure is InvalidOperationException { InnerException: DbException engine } && Array.Exists(Outside, word => engine.Message.Contains(word, StringComparison.Ordinal))
            ? new AnamnesisException(
                $"'{address}' could not be read to its end: {engine.Message.Split('\n')[0]} Expected files that are whole and stay as they are while they are examined: fetch them again, and see that the disk for spilling has room (--spill names another folder).", failure)
            : null;

    static string Advice(DbException engine) => engine.Message.Contains("temp", StringComparison.OrdinalIgnoreCase) || engine.Message.Contains("Out of Memory", StringComparison.OrdinalIgnoreCase)
        ? "The disk for spilling is full: make room or name another folder with --spill."
        : "Expected a delimited text; check that the file is whole.";
}
