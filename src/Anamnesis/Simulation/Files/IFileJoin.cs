namespace Anamnesis.Simulation.Files;

/// <summary>Joins the files of the blocks of a table into one.</summary>
interface IFileJoin
{
    /// <summary>Adds the rows of a block.</summary>
    void Append(string file);

    /// <summary>Writes what belongs at the end.</summary>
    void Finish();
}
