using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Meetings;
using Bot.Domain.Rotas;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;
using NodaTime;
using NodaTime.Text;

namespace Bot.Features.Rotas.Checklist;

/// <summary>[Speichern] on the points: notes which are done. The last word counts, whoever says it.</summary>
internal sealed class CheckAction(RotaViews views, MeetingStore meetings, HostTasks tasks) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => RotaVerbs.Check;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        var meeting = form.Id("meeting") is { } id ? (await meetings.FindAsync(turn.Network, new MeetingId(id), cancellationToken))?.Value : null;
        // Whoever leads the meeting without a seat in the committee sees to its points all the same.
        if (await views.OfFormAsync(turn, form, cancellationToken, meeting?.Chair) is not { } view)
        {
            return new CardReply.Say(RefusalText.Plain(turn, new Refusal(RefusalCode.RotaMissing)));
        }

        var day = meeting?.Day ?? (LocalDatePattern.Iso.Parse(form["day"]) is { Success: true, Value: { Year: >= 1900 and <= 9000 } named } ? named : null as LocalDate?);
        if (day is not { } known || (meeting is not null && meeting.Committee != view.Committee.Id))
        {
            return new CardReply.Say(RefusalText.Plain(turn, new Refusal(RefusalCode.MeetingNotFound)));
        }

        if (!HostTasks.IsFor(turn, view, meeting))
        {
            return new CardReply.Say(RefusalText.Plain(turn, new Refusal(RefusalCode.NotYourTurn)));
        }

        // What was ticked before the meeting was called goes on to it.
        meeting ??= view.Coming.FirstOrDefault(coming => coming.Day == known);
        var task = await tasks.OfAsync(turn.Network, view.Committee, known, meeting, cancellationToken);
        var done = form[HostCard.DoneField].Split(',').Select(name => Enum.TryParse<ChecklistPoint>(name, out var point) && Enum.IsDefined(point) ? point : null as ChecklistPoint?)
            .OfType<ChecklistPoint>().ToHashSet();
        await tasks.SetAsync(turn.Network, task, done, cancellationToken);
        return new CardReply.Replace(HostCard.Render(turn.Reader, turn.Network, task with { Done = done }, Messages.Get(turn.Reader, Sentence.ChecklistSaved)));
    }
}
