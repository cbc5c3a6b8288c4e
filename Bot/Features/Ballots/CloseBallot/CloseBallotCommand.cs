using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Texts;
using Bot.Turns;
using FuzzySharp;

namespace Bot.Features.Ballots.CloseBallot;

/// <summary>"Abstimmung beenden: Verein Brücke": asks whether to end it now.</summary>
internal sealed class CloseBallotCommand(OpenBallots open, BallotViews views) : ICommand
{
    private const int Likeness = 80;

    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.CloseBallot;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        if (turn.Sender is not { IsCoordinator: true })
        {
            return new Answer.Text(RefusalText.Markdown(turn, new Refusal(RefusalCode.OnlyCoordinator)));
        }

        var named = CommandText.Fold(Entry.RestOf(text));
        var meant = (await open.OfAsync(turn, cancellationToken))
            .Where(view => named.Length == 0 || Fuzz.PartialRatio(named, CommandText.Fold(view.Record.Motion.Title)) >= Likeness)
            .ToList();
        if (meant.Count == 0)
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.NoOpenBallot));
        }

        var questions = new System.Collections.Generic.List<Answer>();
        foreach (var view in meant)
        {
            var counted = await views.LoadForRoomAsync(turn.Network, view.Record.Ballot.Id, cancellationToken) ?? view;
            var card = CloseBallotCard.Render(turn, counted);
            questions.Add(new Answer.Card(card, card.FallbackText ?? string.Empty));
        }

        return questions.Count == 1 ? questions[0] : new Answer.Several(questions);
    }
}
