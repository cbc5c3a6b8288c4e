using System.Collections.Generic;
using System.Globalization;
using Bot.Domain.Agendas;
using Bot.Domain.Committees;
using Bot.Platform.Cards;
using Bot.Texts;
using NodaTime;

namespace Bot.Features.Meetings;

/// <summary>An agenda item in one line of Markdown: what it is, how long, when, and what is to be known about it.</summary>
internal static class AgendaLine
{
    /// <summary>The line.</summary>
    /// <param name="reader">Whose language.</param>
    /// <param name="network">Knows the committees.</param>
    /// <param name="item">The item; masked where others read along.</param>
    /// <param name="time">When it is up, as far as that is known.</param>
    public static string Of(Reader reader, Network network, AgendaItem item, (LocalTime? From, LocalTime? Until) time)
    {
        var title = Title(reader, network, item);
        List<string> parts = [item.Minutes is { } minutes ? Messages.Get(reader, Sentence.AgendaLineWithMinutes, title, minutes) : title];
        if (time.From is { } from)
        {
            parts.Add(time.Until is { } until ? Messages.Get(reader, Sentence.AgendaTimes, Clock(from), Clock(until)) : Messages.Get(reader, Sentence.AgendaTimeFrom, Clock(from)));
        }

        if (item.Presenter.Length > 0)
        {
            parts.Add(Messages.Get(reader, Sentence.AgendaPresenter, CardText.Escape(item.Presenter, LineBreaks.Collapse)));
        }

        parts.AddRange(Marks(reader, network, item));
        return string.Join(" · ", parts);
    }

    /// <summary>What the item is about, as far as it may be read. Markdown.</summary>
    public static string Title(Reader reader, Network network, AgendaItem item)
    {
        if (item.IsMasked)
        {
            return Messages.Get(reader, Sentence.AgendaConfidentialItem);
        }

        var title = CardText.Escape(item.Title, LineBreaks.Collapse);
        return item switch
        {
            { Kind: AgendaItemKind.Urgency } => Messages.Get(reader, Sentence.AgendaConfirmUrgency),
            { Kind: AgendaItemKind.Answer, Answer.Length: > 0, ReferredFrom: { } from } =>
                Messages.Get(reader, Sentence.AgendaAnswer, Name(network, from.Committee), title, CardText.Escape(item.Answer, LineBreaks.Collapse)),
            { Kind: AgendaItemKind.Answer, ReferredFrom: { } from } => Messages.Get(reader, Sentence.AgendaAnswerWithoutWords, Name(network, from.Committee), title),
            _ => title,
        };
    }

    /// <summary>The same for sentences about an item that others may read or that notifications show: a confidential one stays without a name.</summary>
    public static string Name(Reader reader, Network network, AgendaItem item) => Title(reader, network, item.Masked());

    private static IEnumerable<string> Marks(Reader reader, Network network, AgendaItem item)
    {
        if (item.Kind == AgendaItemKind.UrgentMotion)
        {
            yield return Messages.Get(reader, item.IsTakenUp switch
            {
                null => Sentence.AgendaMarkUrgentMotion,
                true => Sentence.AgendaMarkTakenUp,
                false => Sentence.AgendaMarkNotTakenUp,
            });
        }

        if (item.IsConfidential && !item.IsMasked)
        {
            yield return Messages.Get(reader, Sentence.AgendaMarkConfidential);
        }

        if (item.CarriedFrom is { } carried)
        {
            yield return Messages.Get(reader, Sentence.AgendaMarkCarriedOver, Appointments.Date(reader, carried.Day));
        }

        if (item is { ReferredFrom: { } from, Kind: not AgendaItemKind.Answer })
        {
            yield return Messages.Get(reader, Sentence.AgendaMarkReferredFrom, Name(network, from.Committee));
        }

        if (item.State == AgendaItemState.Referred && item.ReferredTo is { } to)
        {
            yield return Messages.Get(reader, Sentence.AgendaMarkReferredTo, Name(network, to));
        }

        if (item.State is AgendaItemState.Done or AgendaItemState.Postponed && item.IsTakenUp != false)
        {
            yield return Messages.Get(reader, item.State == AgendaItemState.Done ? Sentence.AgendaMarkDone : Sentence.AgendaMarkPostponed);
        }
    }

    private static string Name(Network network, CommitteeId committee) => CardText.Escape(network.Committee(committee)?.Name ?? committee.Value, LineBreaks.Collapse);

    private static string Clock(LocalTime time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
