namespace Anamnesis.Sources;

/// <summary>How the cells of a column look.</summary>
/// <param name="Filled">Neither empty nor a word for nothing.</param>
/// <param name="Nothings">Words for nothing.</param>
/// <param name="Numbers">Plain numbers.</param>
/// <param name="Fractions">Of these, with a fraction.</param>
/// <param name="LeadingZeros">Whole numbers that begin with 0, as codes do.</param>
/// <param name="Commas">Digits, one comma, digits.</param>
/// <param name="Thousands">Groups of three digits separated by commas.</param>
/// <param name="DateLike">Three groups of digits with separators of dates.</param>
/// <param name="PointZeros">Whole numbers written with ".0".</param>
readonly record struct CellFacts(
    long Filled, long Nothings, long Numbers, long Fractions, long LeadingZeros, long Commas, long Thousands, long DateLike, long PointZeros);
