namespace Anamnesis.Questions.Needs;

/// <summary>What the class of a device means for a first version. Orientation, not advice.</summary>
static class Regulation
{
    internal const string Check = "Orientation, not advice: classes and dates have to be checked in the Official Journal, and with whoever is responsible for regulation.";

    internal static string Hint(int level) => level switch
    {
        0 => "No device as long as it only stores, transmits or searches, or plans work: booking, beds, delivering a text of the clinic. It becomes one as soon as it tells something about the diagnosis or treatment of a single patient.",
        1 => "Class I is a narrow door: software whose information is used for diagnosis or treatment leaves it (rule 11).",
        2 => "Class IIa: information for decisions on diagnosis or treatment, or watching what the body does. A notified body is needed; with AI in it, it counts as high-risk under the AI Act. A human in the loop does not lower the class.",
        3 => "Class IIb: a wrong decision may lead to serious deterioration or surgery, or vital parameters are watched where danger is at hand. A notified body is needed; with AI in it, it counts as high-risk.",
        _ => "Class III: a wrong decision may lead to death or what cannot be undone. Years, not months.",
    };
}
