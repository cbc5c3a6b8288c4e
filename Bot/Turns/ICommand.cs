using System.Threading;
using System.Threading.Tasks;
using Bot.Texts;

namespace Bot.Turns;

/// <summary>Something people can ask for by typing.</summary>
internal interface ICommand
{
    /// <summary>Its line in the one table of commands.</summary>
    CommandEntry Entry { get; }

    /// <summary>Whether it has an effect or leads to one: then the message is kept for a while, so that it is answered once however often it is
    /// delivered, and taken anew when it is edited before anything was done.</summary>
    bool IsKept => false;

    /// <summary>Whether an edited message may simply be done again although it was done already, as with a vote, of which the last counts.</summary>
    bool IsRepeatable => false;

    /// <summary>Whether the text tells how somebody votes: then nothing that is computed from it is kept, since a fingerprint of "ja" is found by trying.</summary>
    bool TellsChoice => false;

    /// <summary>Whether it also takes texts longer than <see cref="CommandText.Limit"/>, such as a pasted table; of those it reads <see cref="CommandText.Whole"/>.</summary>
    bool TakesLongText => false;

    /// <summary>Under which command's name a message is kept. The same for all that say how somebody votes: of a paper with names only an abstention can be said as if yes or no
    /// were asked for, so the name would tell it.</summary>
    string KeptAs => Entry.Name;

    /// <summary>How surely the text means this command.</summary>
    /// <returns>0 when it does not; <see cref="CommandMatch"/> names the grades.</returns>
    int Match(Turn turn, CommandText text) => Entry.Match(text);

    /// <summary>How surely the shape of the text means this command, such as a committee with a date. Costly to see, so only asked when no command's words fit.</summary>
    /// <returns>0 when it does not; otherwise at most <see cref="CommandMatch.Shape"/>.</returns>
    int MatchShape(Turn turn, CommandText text) => CommandMatch.None;

    /// <summary>Does it.</summary>
    Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken);

    /// <summary>Says what stands, and how to change it, to somebody who edited a message after it was done. Markdown.</summary>
    /// <param name="turn">Who edited.</param>
    /// <param name="outcome">What was done: <see cref="Answer.Settled"/> or <see cref="CardReply.Settled"/> of this command.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task<string> StandingAsync(Turn turn, string outcome, CancellationToken cancellationToken) =>
        Task.FromResult(Messages.Get(turn.Reader, Sentence.EditTooLate));
}

/// <summary>How surely a text means a command.</summary>
internal static class CommandMatch
{
    /// <summary>It does not.</summary>
    public const int None = 0;

    /// <summary>Nothing better is found.</summary>
    public const int Weak = 20;

    /// <summary>Its shape fits, such as a committee with a date.</summary>
    public const int Shape = 50;

    /// <summary>A word in it marks it, such as "absagen" after a committee.</summary>
    public const int Marked = 55;

    /// <summary>It begins with the command's words, mistyped.</summary>
    public const int Mistyped = 60;

    /// <summary>It begins with the command's words.</summary>
    public const int Words = 80;

    /// <summary>It begins with the command's words and a colon.</summary>
    public const int Exact = 100;

    /// <summary>The whole line is of a shape that means nothing else, though another command's words stand at its beginning, as in "TOP 3 erledigt".</summary>
    public const int Certain = 110;
}
