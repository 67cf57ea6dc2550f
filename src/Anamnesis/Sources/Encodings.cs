using System.Text;

namespace Anamnesis.Sources;

/// <summary>Guesses the encoding of a text by its bytes.</summary>
/// <remarks>A byte order mark decides; else valid UTF-8; else UTF-16 by its zeros; else Windows-1250, ISO-8859-2 or Windows-1252 by which of them
/// turns the bytes into the letters of Polish, German and other central European languages.</remarks>
static class Encodings
{
    const double MostControls = 0.05; // more control characters than this is no text

    const double MostUnknown = 0.5; // share of letters beyond ASCII that no language explains

    const string Neutral = "µ°±§²³½¼–—’‘“”„…€×·«»";

    // letters beyond ASCII, language by language: a text is mostly in one of them
    static readonly string[] Alphabets =
    [
        "ąćęłńóśźż", "äöüß", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "čćđšž", "ăâîșşțţ", "àâæçèéêëîïôœùûüÿ", "áéíñóúü¿¡", "ãáâàçéêíõóôú", "àèéìòù", "åäæöøé",
    ];

    static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    static Encodings() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    internal static bool LooksBinary(ReadOnlySpan<byte> head)
    {
        if (Utf16(head) is not null)
        {
            return false;
        }

        var (zeros, controls) = (0, 0);
        foreach (var b in head)
        {
            zeros += b == 0 ? 1 : 0;
            controls += b is < 32 and not (9 or 10 or 13 or 12) ? 1 : 0;
        }

        return head.StartsWith("%PDF"u8) || head.StartsWith("\u0089PNG"u8) || head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]) || head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])
            || head.StartsWith("PK\u0003\u0004"u8) || zeros > head.Length * 0.01 || controls > head.Length * MostControls || IsNoise(head);
    }

    /// <summary>Many bytes beyond ASCII that are neither UTF-8 nor letters of a language that is known.</summary>
    static bool IsNoise(ReadOnlySpan<byte> head)
    {
        var foreign = 0;
        foreach (var b in head)
        {
            foreign += b > 127 ? 1 : 0;
        }

        return foreign > head.Length * 0.2 && !IsUtf8(head) && Explained(Regional(head).GetString(head)) < MostUnknown;
    }

    internal static Encoding Guess(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith(Encoding.UTF8.Preamble))
        {
            return Encoding.UTF8;
        }

        if (Utf16(head) is { } wide)
        {
            return wide;
        }

        return IsUtf8(head) ? Encoding.UTF8 : Regional(head);
    }

    internal static string Decode(ReadOnlySpan<byte> head, out Encoding encoding)
    {
        encoding = Guess(head);
        var text = encoding.GetString(head);
        return text.Length > 0 && text[0] == '\uFEFF' ? text[1..] : text;
    }

    static Encoding? Utf16(ReadOnlySpan<byte> head)
    {
        if (head.Length < 4)
        {
            return null;
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return Encoding.Unicode;
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return Encoding.BigEndianUnicode;
        }

        var (even, odd) = (0, 0);
        for (var i = 0; i + 1 < head.Length; i += 2)
        {
            even += head[i] == 0 ? 1 : 0;
            odd += head[i + 1] == 0 ? 1 : 0;
        }

        var half = head.Length / 2.0;
        return odd > 0.7 * half && even < 0.05 * half ? Encoding.Unicode : even > 0.7 * half && odd < 0.05 * half ? Encoding.BigEndianUnicode : null;
    }

    static bool IsUtf8(ReadOnlySpan<byte> head)
    {
        for (var cut = 0; cut < 4 && cut < head.Length; cut++) // the last character may be cut
        {
            try
            {
                _ = Strict.GetCharCount(head[..^cut]);
                return true;
            }
            catch (DecoderFallbackException)
            {
                // the next shorter one
            }
        }

        return false;
    }

    static Encoding Regional(ReadOnlySpan<byte> head)
    {
        var best = Encoding.GetEncoding(1252);
        var most = -1.0;
        foreach (var page in (int[])[1250, 28592, 1252])
        {
            var encoding = Encoding.GetEncoding(page);
            var score = Explained(encoding.GetString(head));
            if (score > most + 0.01)
            {
                (best, most) = (encoding, score);
            }
        }

        return best;
    }

    /// <summary>The share of letters beyond ASCII that one language explains, less what is no letter at all.</summary>
    static double Explained(string text)
    {
        var foreign = new Dictionary<char, int>();
        var (all, neutral, controls) = (0, 0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (letter <= 127)
            {
                continue;
            }

            all++;
            controls += char.IsControl(letter) ? 1 : 0;
            // a letter stands beside letters, a mark of a unit need not
            if (Neutral.Contains(letter, StringComparison.Ordinal))
            {
                neutral++;
            }
            else if ((i > 0 && char.IsLetter(text[i - 1])) || (i + 1 < text.Length && char.IsLetter(text[i + 1])))
            {
                foreign[char.ToLowerInvariant(letter)] = foreign.GetValueOrDefault(char.ToLowerInvariant(letter)) + 1;
            }
        }

        var known = Alphabets.Max(alphabet => alphabet.Sum(letter => foreign.GetValueOrDefault(letter)));
        return all == 0 ? 0 : (known + neutral - (2.0 * controls)) / all;
    }
}
