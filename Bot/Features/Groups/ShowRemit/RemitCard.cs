using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Rights;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Groups.ShowRemit;

/// <summary>One working group: what it is there for, by which resolution, until when, who speaks for it, when it reports.</summary>
internal static class RemitCard
{
    /// <summary>Draws it.</summary>
    /// <param name="turn">Who sees it. Names and the report's words only where nobody else reads along.</param>
    /// <param name="group">The group.</param>
    public static AdaptiveCard Render(Turn turn, Committee group)
    {
        var name = CardText.Escape(group.Name, LineBreaks.Collapse);
        var remit = group.Remit ?? new Remit();
        return new AdaptiveCard
        {
            Lang = turn.Reader.Language,
            FallbackText = group.Name,
            Body =
            [
                CardPart.Heading(name),
                CardPart.Text(remit.Text.Length == 0 ? Messages.Get(turn.Reader, Sentence.RemitNoText) : CardText.Escape(remit.Text, LineBreaks.Collapse)),
                CardPart.List(Lines(turn, group, remit)),
                .. group.EndedOn is null ? CardPart.Rows(Buttons(turn, group, remit)) : [],
            ],
        };
    }

    private static IEnumerable<string> Lines(Turn turn, Committee group, Remit remit)
    {
        var (reader, today) = (turn.Reader, turn.LocalNow.Date);
        if (group.EndedOn is { } ended)
        {
            yield return remit.EndedBy is { } last ? Messages.Get(reader, Sentence.RemitEndedBy, ended, last) : Messages.Get(reader, Sentence.RemitEnded, ended);
        }
        else if (remit.EndedBy is { } by)
        {
            yield return Messages.Get(reader, Sentence.RemitEnding, by);
        }

        if (remit is { Resolution: { } number, Since: { } since })
        {
            yield return Messages.Get(reader, Sentence.RemitSince, number, since);
        }

        if (remit.Until is { } until)
        {
            yield return Messages.Get(reader, group.EndedOn is null && remit.IsPastTermOn(today) ? Sentence.RemitPastTerm : Sentence.RemitUntil, until)
                + (remit.Reason.Length == 0 ? string.Empty : " " + Messages.Get(reader, Sentence.RemitReason, CardText.Escape(remit.Reason, LineBreaks.Collapse)));
        }

        foreach (var line in group.EndedOn is null ? People(turn, group, remit) : [])
        {
            yield return line;
        }

        if (group.EndedOn is null && remit.ReportDue is { } due)
        {
            yield return Messages.Get(reader, remit.IsReportOverdueOn(today) ? Sentence.RemitReportOverdue : Sentence.RemitReportNext, due);
        }

        if (remit.LastReport is { } report)
        {
            yield return IsClose(turn, group) && report.Text.Length > 0
                ? Messages.Get(reader, Sentence.RemitLastReport, report.Given, CardText.Escape(ShortText.Abbreviate(report.Text, 300), LineBreaks.Collapse))
                : Messages.Get(reader, Sentence.RemitLastReportOn, report.Given);
        }
    }

    private static IEnumerable<string> People(Turn turn, Committee group, Remit remit)
    {
        var speaker = turn.Network.SpeakerOf(group);
        if (speaker is null || IsClose(turn, group))
        {
            yield return speaker is null ? Messages.Get(turn.Reader, Sentence.RemitNoSpeaker) : Messages.Get(turn.Reader, Sentence.RemitSpeaker, CardText.Escape(speaker.Name, LineBreaks.Collapse));
        }

        yield return Messages.Get(turn.Reader, Sentence.RemitMembers, turn.Network.Members(group).Count);
        if (remit.IsOpen)
        {
            yield return Messages.Get(turn.Reader, Sentence.RemitOpen);
        }
    }

    private static IEnumerable<CardAction> Buttons(Turn turn, Committee group, Remit remit)
    {
        if (remit.EndedBy is not null)
        {
            yield break;
        }

        if (turn.May(Right.LeadGroup, group, turn.Network.SpeakerOf(group)?.Id))
        {
            yield return SuggestionCard.RunBelowButton(turn.Reader, CommandTable.ReportGroup, group.Name);
        }

        if (turn.May(Right.JoinGroup, group))
        {
            yield return SuggestionCard.RunBelowButton(turn.Reader, turn.Network.Seats.Contains(new Seat(group.Id, turn.Sender!.Id)) ? CommandTable.LeaveGroup : CommandTable.JoinGroup, group.Name);
        }
    }

    private static bool IsClose(Turn turn, Committee group) => turn.IsPersonal || turn.Here?.Id == group.Id;
}
