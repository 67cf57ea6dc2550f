namespace Anamnesis.Findings;

public sealed class SaysTests
{
    [Theory]
    [InlineData(1812.4, "1810")]
    [InlineData(370, "370")]
    [InlineData(0.0456, "0.0456")]
    [InlineData(-12.345, "-12.3")]
    [InlineData(0, "0")]
    [InlineData(0.00001234, "1.23E-05")]
    public void Three_figures_are_written_out(double value, string says) => Assert.Equal(says, Says.Figures(value));
}
