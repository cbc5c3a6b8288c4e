using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Rights;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Elections.LeaveBody;

/// <summary>"Ausgeschieden: Amina aus Beirat": asks whether the seat is to be taken back.</summary>
internal sealed class LeaveCommand(LeaveHandler handler) : ICommand
{
    private static readonly string[] Between = ["aus", "from", "im", "in", "of"];

    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.LeaveBody;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        var rest = Entry.RestOf(text);
        if (!turn.May(Right.RecordLeaving))
        {
            return new Answer.Text(RefusalText.Markdown(turn, new Refusal(RefusalCode.OnlyCoordinator)));
        }

        if (CommitteeFinder.Named(turn.Network, rest) is not [var body])
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.LeaveFromWhere));
        }

        var words = CommitteeFinder.Without(body, rest).Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        var name = string.Join(' ', words.Count > 0 && Between.Contains(CommandText.Fold(words[^1])) ? words[..^1] : words);
        return ElectionFinder.PersonOf(turn.Network, name) switch
        {
            Outcome<Person>.Done(var person) when !turn.Network.Seats.Contains(new Seat(body.Id, person.Id)) =>
                new Answer.Text(RefusalText.Markdown(turn, new Refusal(RefusalCode.HasNoSeat, person.Name, body.Name))),
            Outcome<Person>.Done(var person) => ElectionAnswers.Card(LeaveCard.Render(turn, body, person, await handler.SourceAsync(turn.Network.Id, body.Id, person.Id, cancellationToken))),
            Outcome<Person>.Refused(var why) => new Answer.Text(RefusalText.Markdown(turn, why)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}

/// <summary>[Sitz zurückgeben].</summary>
internal sealed class LeaveAction(LeaveHandler handler) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => ElectionVerbs.Leave;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        var (body, person) = (new CommitteeId(form.Id("body") ?? string.Empty), new PersonId(form.Id("person") ?? string.Empty));
        return await handler.HandleAsync(turn, body, person, cancellationToken) switch
        {
            Outcome<Domain.Elections.Election?>.Done(var source) => new CardReply.Replace(source is null
                ? SentenceCard.Of(turn.Reader, Messages.Get(turn.Reader, Sentence.LeaveDone))
                : ElectionCard.Render(turn.Reader, turn.Network, source, ElectionViewer.Of(turn, source), Messages.Get(turn.Reader, Sentence.LeaveDone))) { Settled = body.Value },
            Outcome<Domain.Elections.Election?>.Refused(var why) => new CardReply.Say(RefusalText.Plain(turn, why)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
