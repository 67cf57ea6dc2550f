using System.Globalization;
using System.Text;
using CsCheck;

namespace Anamnesis.Sources;

/// <summary>What is read from bytes is what the framework reads from the same text, to the last bit.</summary>
public sealed class PlainCellLaws
{
    [Fact]
    public void Every_double_is_read_as_it_was_written() => Gen.Double.Where(double.IsFinite).Sample(
        number =>
        {
            var read = PlainCell.TryNumber(Bytes(number.ToString("R", CultureInfo.InvariantCulture)), out var got);
            Assert.Equal(number == 0 || double.IsNormal(number), read);
            Assert.True(!read || BitConverter.DoubleToInt64Bits(got) == BitConverter.DoubleToInt64Bits(number), $"{number:R} is read as {got:R}");
        },
        threads: 1);

    [Fact]
    public void Every_number_with_decimals_is_rounded_once() => Gen.Select(Gen.ULong[0, 99_999_999_999_999_999], Gen.Int[0, 17], Gen.Bool).Sample(
        (digits, decimals, negative) =>
        {
            var text = digits.ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
            text = (negative ? "-" : string.Empty) + (decimals == 0 ? text : text[..^decimals] + "." + text[^decimals..]);
            Assert.True(PlainCell.TryNumber(Bytes(text), out var got), text);
            Assert.Equal(BitConverter.DoubleToInt64Bits(double.Parse(text, CultureInfo.InvariantCulture)), BitConverter.DoubleToInt64Bits(got));
        },
        iter: 10_000, threads: 1);

    [Fact]
    public void Every_second_of_the_calendar_is_read() => Gen.Select(Gen.Long[0, (DateTime.MaxValue.Ticks / 10) + 1], Gen.Int[0, 6]).Sample(
        (microseconds, decimals) =>
        {
            var step = (long)Math.Pow(10, 6 - decimals);
            var time = new DateTime(Math.Min(microseconds, DateTime.MaxValue.Ticks / 10) / step * step * 10, DateTimeKind.Utc);
            var written = time.ToString("yyyy-MM-dd HH:mm:ss" + (decimals == 0 ? string.Empty : "." + new string('f', decimals)), CultureInfo.InvariantCulture);
            Assert.True(PlainCell.TryTime(Bytes(written), out var got), written);
            Assert.Equal((time - DateTime.UnixEpoch).Ticks / 10, got);
            Assert.True(PlainCell.TryTime(Bytes(written[..10]), out var day));
            Assert.Equal((time.Date - DateTime.UnixEpoch).Ticks / 10, day);
        },
        iter: 10_000, threads: 1);

    [Theory]
    [InlineData("2021-02-29")]
    [InlineData("1900-02-29")]
    [InlineData("2021-13-01")]
    [InlineData("2021-00-10")]
    [InlineData("2021-01-00")]
    [InlineData("0000-01-01")]
    [InlineData("2021-1-1")]
    [InlineData("2021/01/01")]
    [InlineData("2021-01-01T08:00:00")]
    [InlineData("2021-01-01 24:00:00")]
    [InlineData("2021-01-01 08:60:00")]
    [InlineData("2021-01-01 08:00:60")]
    [InlineData("2021-01-01 08:00")]
    [InlineData("2021-01-01 08:00:00.")]
    [InlineData("2021-01-01 08:00:00.1234567")]
    [InlineData("2021-01-01 08:00:00.12x")]
    [InlineData("2021-01-01 ")]
    [InlineData("20x1-01-01")]
    [InlineData("")]
    public void What_is_no_time_or_may_be_read_in_two_ways_is_refused(string cell) => Assert.False(PlainCell.TryTime(Bytes(cell), out _));

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("-.")]
    [InlineData("5.")]
    [InlineData(".5")]
    [InlineData("-.5")]
    [InlineData("+5")]
    [InlineData("1.2.3")]
    [InlineData("--1")]
    [InlineData("1-2")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("1,5")]
    [InlineData("1e")]
    [InlineData("e5")]
    [InlineData("1e400")]
    [InlineData("1e-400")]
    [InlineData("nan")]
    [InlineData("inf")]
    [InlineData("0x10")]
    [InlineData("1_000")]
    [InlineData("١٢")]
    public void What_is_no_number_or_may_be_read_in_two_ways_is_refused(string cell) => Assert.False(PlainCell.TryNumber(Bytes(cell), out _));

    static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
