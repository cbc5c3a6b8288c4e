using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Rights;
using Bot.Domain.Rotas;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Rotas.SetRota;

/// <summary>"Sitzungsleitung Beirat reihum" shows whose turn it is; "Sitzungsleitung Beirat reihum: Anna, Ben, Caritas" sets the order, after a preview.</summary>
internal sealed class RotaCommand(RotaViews views) : ICommand
{
    private static readonly string[] Marks = ["reihum", "rota"];

    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.Rota;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public int Match(Turn turn, CommandText text) =>
        CommandText.WordsOf(text.FoldedBeforeColon).Any(Marks.Contains) && CommandTable.HandOverChair.Match(text) > CommandMatch.None ? CommandMatch.Exact : Entry.Match(text);

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        if (turn.Sender is null)
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.MembersOnly));
        }

        if (text.HasColon && text.AfterColon.Length > 0)
        {
            return Setting(turn, text);
        }

        return await views.MeantAsync(turn, text.FoldedBeforeColon, takesPart: false, cancellationToken) is { } view
            ? Card(RotaCard.Render(turn, view))
            : new Answer.Text(Messages.Get(turn.Reader, Sentence.RotaNone));
    }

    private static Answer Setting(Turn turn, CommandText text)
    {
        if (turn.WhyNot(Right.SetRota) is { } refusal)
        {
            return new Answer.Text(RefusalText.Markdown(turn, refusal));
        }

        if (!turn.IsPersonal)
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.RulesInPrivate));
        }

        if (CommitteeFinder.Named(turn.Network, text.FoldedBeforeColon) is not [var committee])
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.RotaSayCommittee));
        }

        return RotaWords.Read(turn.Network, committee, text.AfterColon) switch
        {
            Outcome<IReadOnlyList<RotaHost>>.Done(var hosts) => Card(RotaPreview.Render(turn, committee, hosts)),
            Outcome<IReadOnlyList<RotaHost>>.Refused(var why) => new Answer.Text(RefusalText.Markdown(turn, why)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static Answer.Card Card(AdaptiveCard card) => new(card, card.FallbackText ?? string.Empty);
}
