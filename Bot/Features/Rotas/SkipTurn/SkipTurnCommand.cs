using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Rights;
using Bot.Domain.Rotas;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Rotas.SkipTurn;

/// <summary>"Leitung überspringen Beirat: krank": the turn in preparation is passed over, with the reason.</summary>
internal sealed class SkipTurnCommand(RotaViews views, RotaChanges changes) : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.SkipTurn;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        if (turn.Sender is null)
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.MembersOnly));
        }

        if (await views.MeantAsync(turn, text.FoldedBeforeColon, takesPart: turn.WhyNot(Right.SetRota) is not null, cancellationToken) is not { } view)
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.RotaNone));
        }

        return await changes.SkipAsync(turn, view.Committee, null, text.AfterColon, cancellationToken) switch
        {
            Outcome<RotaHost>.Done(var host) => new Answer.Text(Messages.Get(turn.Reader, Sentence.TurnSkipped, RotaCard.NameOf(turn.Network, host))) { Settled = host.Key },
            Outcome<RotaHost>.Refused(var why) => new Answer.Text(RefusalText.Markdown(turn, why)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
