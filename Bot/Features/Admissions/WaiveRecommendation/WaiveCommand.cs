using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Memberships;
using Bot.Domain.Rights;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Admissions.WaiveRecommendation;

/// <summary>"Ohne Empfehlung: Verein Brücke": asks a coordinator for the reason why the plenary is to vote without a recommendation. In 1:1 only.</summary>
internal sealed class WaiveCommand(AdmissionStore admissions, WaiveHandler handler) : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.WaiveRecommendation;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        if (PrivateOnly.WhyNot(turn, Right.WaiveRecommendation) is { } why)
        {
            return new Answer.Text(why);
        }

        return Entry.RestOf(text) is { Length: > 0 } name
            ? await NamedAsync(turn, (await admissions.FindRunningAsync(turn.Network.Id, name, cancellationToken))?.Value, cancellationToken)
            : await UnnamedAsync(turn, cancellationToken);
    }

    private async Task<Answer> NamedAsync(Turn turn, Admission? admission, CancellationToken cancellationToken)
    {
        var refusal = admission is null ? new Refusal(RefusalCode.AdmissionNotFound) : await handler.WhyNotAsync(turn, admission, cancellationToken);
        if (refusal is not null)
        {
            return new Answer.Text(RefusalText.Markdown(turn, refusal));
        }

        var card = WaiveCard.Render(turn, admission!);
        return new Answer.Card(card, card.FallbackText ?? string.Empty);
    }

    private async Task<Answer> UnnamedAsync(Turn turn, CancellationToken cancellationToken)
    {
        var waiting = new List<Admission>();
        foreach (var running in await admissions.RunningAsync(turn.Network.Id, cancellationToken))
        {
            if (await handler.WhyNotAsync(turn, running, cancellationToken) is null)
            {
                waiting.Add(running);
            }
        }

        return waiting switch
        {
            [] => new Answer.Text(Messages.Get(turn.Reader, Sentence.WaiveNothing)),
            [var one] => await NamedAsync(turn, one, cancellationToken),
            _ => new Answer.Text(Messages.Get(turn.Reader, Sentence.WaiveWhich, ChosenCase.Names(waiting))),
        };
    }
}
