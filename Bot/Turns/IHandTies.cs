using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Voting;
using FuzzySharp;

namespace Bot.Turns;

/// <summary>Ties in shows of hands, for the words by which ties of ballots are broken too.</summary>
internal interface IHandTies
{
    /// <summary>Does what a line says about the tie it means.</summary>
    /// <param name="turn">Who types it, and where.</param>
    /// <param name="line">What it says.</param>
    /// <param name="isOnlyAsked">Whether nothing is to be done, because something else may be meant.</param>
    /// <param name="cancellationToken">Stops it before anything is stored.</param>
    /// <returns>What came of it, or the question where the line leaves something open; null when no tie waits that is meant and that the sender could do this about.</returns>
    Task<Answer?> AnswerAsync(Turn turn, TieLine line, bool isOnlyAsked, CancellationToken cancellationToken);
}

/// <summary>What somebody types about a tie.</summary>
/// <param name="Step">What is to be done.</param>
/// <param name="Title">About which; empty for the only one.</param>
internal sealed record TieLine(TieStep Step, string Title)
{
    /// <summary>What the chair decides; null where it is not said, and elsewhere.</summary>
    public Verdict? Verdict { get; init; }

    /// <summary>The chair's reason, or the name of the witness; empty where it is not said.</summary>
    public string Said { get; init; } = string.Empty;

    /// <summary>Whether the title means something called so, small typing errors forgiven; without a title anything is meant.</summary>
    public bool Means(string name) => CommandText.Fold(Title) is var folded && (folded.Length == 0 || Fuzz.PartialRatio(folded, CommandText.Fold(name)) >= Likeness);

    private const int Likeness = 80;
}

/// <summary>What can be done about a tie.</summary>
internal enum TieStep
{
    /// <summary>The chair decides.</summary>
    Decide,

    /// <summary>Somebody is asked to see the lot drawn.</summary>
    NameWitness,

    /// <summary>The witness is present, and the lot is drawn.</summary>
    DrawLot,
}
