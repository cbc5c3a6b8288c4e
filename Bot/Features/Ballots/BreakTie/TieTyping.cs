using System;
using System.Threading;
using System.Threading.Tasks;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Ballots.BreakTie;

/// <summary>What was typed about a tie: perhaps which ballot, then a colon, then what is to be done.</summary>
internal static class TieTyping
{
    /// <summary>Splits at the first colon; without one there is no title.</summary>
    public static (string Title, string Said) Split(string asked)
    {
        var colon = asked.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? (string.Empty, asked.Trim()) : (asked[..colon].Trim(), asked[(colon + 1)..].Trim());
    }

    /// <summary>What is answered where a tie of a show of hands may be meant as well: nothing is done then before the question which one is answered.</summary>
    /// <param name="hands">Ties of shows of hands.</param>
    /// <param name="turn">Who typed it.</param>
    /// <param name="line">What was typed.</param>
    /// <param name="answer">About the ballots that are meant; null when none is.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<Answer> OrHandsAsync(IHandTies hands, Turn turn, TieLine line, Func<bool, Task<Answer>>? answer, CancellationToken cancellationToken)
    {
        if (answer is null)
        {
            return await hands.AnswerAsync(turn, line, isOnlyAsked: false, cancellationToken) ?? new Answer.Text(Messages.Get(turn.Reader, Sentence.NoTieWaits));
        }

        return await hands.AnswerAsync(turn, line, isOnlyAsked: true, cancellationToken) is { } other
            ? new Answer.Several([await answer(true), other])
            : await answer(false);
    }
}
