namespace Anamnesis.Knowledge;

/// <summary>A diagnosis in the classifications that hospitals used one after another.</summary>
/// <param name="Concept">What is meant.</param>
/// <param name="Icd9">In ICD-9-CM.</param>
/// <param name="Icd10">In ICD-10 of the World Health Organization.</param>
/// <param name="Icd10Gm">In the German modification.</param>
/// <param name="Name">In English.</param>
/// <param name="PolishName">In Polish.</param>
public sealed record Code(string Concept, string Icd9, string Icd10, string Icd10Gm, string Name, string PolishName);
