using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Rights;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Setup.MeetNewcomers;

/// <summary>Notes that somebody does not belong. They are not told, and cannot ask anew until it is forgotten.</summary>
internal sealed class DismissNewcomer(NewcomerStore newcomers)
{
    private const int Attempts = 3;

    /// <summary>Why the sender may not do it here, in plain text; null when they may.</summary>
    public static string? WhyNot(Turn turn) => turn.WhyNot(Right.SetUpNetwork) is { } refusal ? RefusalText.Plain(turn, refusal)
        : turn.IsPersonal ? null : Messages.Get(turn.Reader, Sentence.OnlyInPrivate);

    /// <summary>Notes it; doing so twice changes nothing.</summary>
    /// <returns>What is said. Markdown.</returns>
    public async Task<string> HandleAsync(Turn turn, string key, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await newcomers.FindAsync(turn.Network.Id, key, cancellationToken) is not { } standing)
            {
                return Messages.Get(turn.Reader, Sentence.NewcomerGone);
            }

            var newcomer = standing.Value;
            if (newcomer.DismissedAt is not null || await newcomers.TrySaveAsync(turn.Network.Id, standing with { Value = newcomer with { DismissedAt = turn.Now } }, cancellationToken))
            {
                return Messages.Get(turn.Reader, Sentence.NewcomerDismissed, CardText.Escape(newcomer.Name, LineBreaks.Collapse));
            }
        }

        return Messages.Get(turn.Reader, Sentence.NewcomerGone);
    }
}

/// <summary>"Gehört nicht dazu: Anna Muster".</summary>
internal sealed class DismissNewcomerCommand(NewcomerStore newcomers, DismissNewcomer dismiss) : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.DismissAccount;

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        if (DismissNewcomer.WhyNot(turn) is { } refusal)
        {
            return new Answer.Text(CardText.Escape(refusal));
        }

        var called = CommandText.Fold(Entry.RestOf(text));
        var open = await newcomers.OpenAsync(turn.Whole, turn.Now, cancellationToken);
        if (open.Where(newcomer => CommandText.Fold(newcomer.Name) == called).ToList() is [var one])
        {
            return new Answer.Text(await dismiss.HandleAsync(turn, one.Key, cancellationToken));
        }

        var card = NewcomerCard.List(turn, open, PageRequest.First);
        return new Answer.Card(card, card.FallbackText!);
    }
}

/// <summary>[Gehört nicht dazu].</summary>
internal sealed class DismissNewcomerAction(DismissNewcomer dismiss) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => SetupVerbs.DismissNewcomer;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        if (DismissNewcomer.WhyNot(turn) is { } refusal)
        {
            return new CardReply.Say(refusal);
        }

        return form.Id(SetupVerbs.NewcomerField) is { } key
            ? new CardReply.Replace(SentenceCard.Of(turn.Reader, await dismiss.HandleAsync(turn, key, cancellationToken)))
            : new CardReply.Say(Messages.Get(turn.Reader, Sentence.ButtonUnknown));
    }
}
