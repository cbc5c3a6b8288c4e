using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Rotas;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Rotas;

/// <summary>What whoever leads the next meeting is told early, with the points to see to.</summary>
/// <param name="Committee">Whose meeting.</param>
/// <param name="Day">The day it is on, or is expected on by the rhythm.</param>
/// <param name="Meeting">The meeting; null while it was not called.</param>
/// <param name="Done">What is done.</param>
internal sealed record HostTask(Committee Committee, LocalDate Day, Meeting? Meeting, IReadOnlySet<ChecklistPoint> Done);

/// <summary>Draws the task of whoever leads.</summary>
internal static class HostCard
{
    /// <summary>Name of the input that holds the points that are done.</summary>
    public const string DoneField = "done";

    /// <summary>Draws it.</summary>
    /// <param name="reader">Whose language.</param>
    /// <param name="network">The network as it is now.</param>
    /// <param name="task">What it is about.</param>
    /// <param name="lead">A sentence above; null for none. Markdown.</param>
    public static AdaptiveCard Render(Reader reader, Network network, HostTask task, string? lead = null)
    {
        var name = CardText.Escape(task.Committee.Name, LineBreaks.Collapse);
        var title = Messages.Get(reader, task.Meeting is null ? Sentence.HostExpected : Sentence.HostLeads, name, task.Day);
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = (lead is null ? string.Empty : lead + " ") + title,
            Body =
            [
                CardPart.Heading(Messages.Get(reader, Sentence.HostHeading, name)),
                .. lead is null ? Enumerable.Empty<CardElement>() : [CardPart.Text(lead)],
                CardPart.Text(title),
                CardPart.Subtle(Messages.Get(reader, task.Meeting is null ? Sentence.HostExpectedMeans : Sentence.HostRights)),
                CardPart.Section(Messages.Get(reader, Sentence.ChecklistHeading)),
                CardPart.List(Enum.GetValues<ChecklistPoint>().Select(point => Line(reader, network, task, point))),
                new ChoiceSetInput
                {
                    Id = DoneField, Label = Messages.Get(reader, Sentence.InputChecklist), IsMultiSelect = true, Style = ChoiceSetStyle.Expanded,
                    Choices = [.. Enum.GetValues<ChecklistPoint>().Select(point => new Choice(Messages.Get(reader, ShortName(point)), point.ToString()))],
                    Value = task.Done.Count == 0 ? null : string.Join(',', task.Done.Order()),
                },
                .. CardPart.Rows([CardPart.Button(reader, Sentence.ButtonSaveChecklist, RotaVerbs.Check, Data(task))]),
            ],
        };
    }

    /// <summary>A point's name in a word or two.</summary>
    public static Sentence ShortName(ChecklistPoint point) => point switch
    {
        ChecklistPoint.Place => Sentence.ChecklistPlace,
        ChecklistPoint.Agenda => Sentence.ChecklistAgenda,
        ChecklistPoint.Invitation => Sentence.ChecklistInvitation,
        ChecklistPoint.MinuteTaker => Sentence.ChecklistMinuteTaker,
        _ => Sentence.ChecklistRoom,
    };

    private static (string, string)[] Data(HostTask task) => task.Meeting is { } meeting
        ? [("committee", task.Committee.Id.Value), ("meeting", meeting.Id.Value)]
        : [("committee", task.Committee.Id.Value), ("day", RowFormat.Write(task.Day))];

    /// <summary>The point with what is known of it, and whether it is done, in words.</summary>
    private static string Line(Reader reader, Network network, HostTask task, ChecklistPoint point)
    {
        var said = (point, task.Meeting) switch
        {
            (ChecklistPoint.Place, { Place.Length: > 0 } meeting) => Messages.Get(reader, Sentence.ChecklistPlaceIs, CardText.Escape(meeting.Place, LineBreaks.Collapse)),
            (ChecklistPoint.Agenda, { } meeting) => Messages.Get(reader, Sentence.ChecklistAgendaUntil, meeting.LastMinuteForItems(task.Committee.Rules, network.Zone)),
            (ChecklistPoint.Invitation, { }) => Messages.Get(reader, Sentence.ChecklistInvited),
            (ChecklistPoint.Invitation, null) => Messages.Get(reader, Sentence.ChecklistInvitationUntil, task.Committee.Rules.Notice.LatestInvitationDay(task.Day)),
            _ => Messages.Get(reader, ShortName(point)),
        };
        return Messages.Get(reader, task.Done.Contains(point) ? Sentence.ChecklistDone : Sentence.ChecklistOpen, said);
    }
}
