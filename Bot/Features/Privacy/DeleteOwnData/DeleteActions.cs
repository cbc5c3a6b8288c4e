using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Privacy;
using Bot.Domain.Rights;
using Bot.Platform.Cards;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Privacy.DeleteOwnData;

/// <summary>[Löschen prüfen] on the overview: the question below it.</summary>
internal sealed class AskDeleteAction(DepartureQuestion question) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => PrivacyVerbs.AskDelete;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) =>
        KeptData.Refuses(turn, Right.DeleteOwnData) is { } why
            ? new CardReply.Say(PlainText.Of(why))
            : new CardReply.Replace(await question.AskAsync(turn, cancellationToken));
}

/// <summary>[Endgültig löschen]: stores the wish, then does what can be done at once. What cannot, follows by itself.</summary>
internal sealed class DeleteOwnDataAction(DepartureStore departures, DepartureWork work, DueTable due) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => PrivacyVerbs.Delete;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        if (KeptData.Refuses(turn, Right.DeleteOwnData) is { } why)
        {
            return new CardReply.Say(PlainText.Of(why));
        }

        var (network, person) = (turn.Network.Id, turn.Sender!.Id);
        if (Departure.IsLastCoordinator(turn.Network, person))
        {
            return new CardReply.Replace(DepartureQuestion.Last(turn));
        }

        var foreseen = await due.ForeseeAsync(Subjects.Due(network, Subjects.Departure, person.Value), [], cancellationToken);
        var wish = Departure.Of(turn.Whole.Network, person, turn.Whole.Accounts.GetValueOrDefault(person, turn.Account).Keys, turn.Now);
        var departure = await departures.AddAsync(network, wish, cancellationToken);
        var needed = await work.RunAsync(network, departure, cancellationToken);
        await due.LookNowAsync(foreseen, cancellationToken);
        return needed is { } open
            ? new CardReply.Replace(DepartureQuestion.Done(turn.Reader, open)) { Settled = person.Value }
            : new CardReply.Replace(DepartureQuestion.Last(turn));
    }
}

/// <summary>[Verwerfen].</summary>
internal sealed class DismissDeleteAction : ICardAction
{
    /// <inheritdoc/>
    public string Verb => PrivacyVerbs.Dismiss;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) =>
        Task.FromResult<CardReply>(new CardReply.Replace(SentenceCard.Of(turn.Reader, Messages.Get(turn.Reader, Sentence.Dismissed))));
}
