namespace Anamnesis.Findings;

/// <summary>How a plant is written.</summary>
enum PlantForm
{
    Plain,
    Shuffled,
    Renamed,
    Parquet,
    ParquetOfTexts,
    Longer,
    OneRow,
    AllNull,
}
