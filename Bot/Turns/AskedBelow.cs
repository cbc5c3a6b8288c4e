using Bot.Platform.Cards;
using Bot.Texts;

namespace Bot.Turns;

/// <summary>A question or form that was asked for on a card the bot keeps up to date.</summary>
internal static class AskedBelow
{
    /// <summary>Name of the datum by which a button says that what it leads to is to come below its card.</summary>
    public const string Field = "below";

    /// <summary>Name of the datum by which the way back from such a question says that nothing is to be drawn in its place: the card stands above.</summary>
    public const string KeptField = "kept";

    /// <summary>What a button carries that leads to something below its card.</summary>
    public static (string Name, string Value) Data => (Field, "yes");

    /// <summary>What the way back carries.</summary>
    public static (string Name, string Value) Kept => (KeptField, "yes");

    /// <summary>The question in a message of its own, and on the pressed card where to find it.</summary>
    public static CardReply Of(Reader reader, AdaptiveCard question) => new CardReply.Below(question, Messages.Get(reader, Sentence.AskedBelow));

    /// <summary>What stands in the question's place when somebody goes back; null when the button is not that way back.</summary>
    public static CardReply? WentBack(Turn turn, CardForm form) =>
        form[KeptField].Length > 0 ? new CardReply.Replace(SentenceCard.Of(turn.Reader, Messages.Get(turn.Reader, Sentence.Dismissed))) : null;
}
