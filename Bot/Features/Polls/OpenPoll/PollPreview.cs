using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Polls;
using Bot.Domain.Voting;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Polls.OpenPoll;

/// <summary>What whoever may open the poll is shown of a draft: the preview, or the form with what is missing or stands against it.</summary>
internal static class PollPreview
{
    /// <summary>Draws the draft.</summary>
    /// <param name="turn">Who sees it.</param>
    /// <param name="scope">What they may open.</param>
    /// <param name="read">What is known so far.</param>
    public static AdaptiveCard Draw(Turn turn, PollScope scope, PollDraft read)
    {
        var draft = scope.Completed(read, turn);
        if (draft.In(turn.Network, turn.Now) is not { } proposal || turn.Network.Committee(proposal.Committee) is not { } committee)
        {
            return PollForm.Render(turn, scope, draft);
        }

        return proposal.Objection(turn.Network.Zone, turn.Now, scope.MeetingOf(proposal.Committee)) is { } why
            ? PollForm.Render(turn, scope, draft, RefusalText.Markdown(turn, why))
            : Render(turn, scope, draft, proposal, committee);
    }

    /// <summary>Says that the poll was opened, and to whom.</summary>
    public static AdaptiveCard Opened(Turn turn, PollProposal proposal) => SentenceCard.Of(
        turn.Reader,
        Messages.Get(turn.Reader, Sentence.PollOpened, CardText.Escape(proposal.Question, LineBreaks.Collapse), Name(turn, proposal)));

    private static AdaptiveCard Render(Turn turn, PollScope scope, PollDraft draft, PollProposal proposal, Committee committee)
    {
        var reader = turn.Reader;
        var heading = Messages.Get(reader, Sentence.PollPreviewHeading, CardText.Escape(proposal.Question, LineBreaks.Collapse));
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = heading,
            Body =
            [
                CardPart.Heading(heading),
                CardPart.Text(Messages.Get(reader, Sentence.PollPreviewQuestion)),
                CardPart.List(Options(turn, scope, proposal)),
                new FactSet { Facts = [.. Facts(turn, proposal, committee)] },
                CardPart.Subtle(proposal.IsAnonymous ? Messages.Get(reader, Sentence.PollIsAnonymous, BallotCount.FewestShown) : Messages.Get(reader, Sentence.PollIsNamed)),
                .. DayHintPart.Lines(reader, turn.Network, proposal.ClosesAt.InZone(turn.Network.Zone).Date),
                .. CardPart.Rows(
                [
                    CardPart.Button(reader, Sentence.ButtonOpenPoll, PollVerbs.Open, draft.ToData()),
                    CardPart.Button(reader, Sentence.ButtonEdit, PollVerbs.Edit, draft.ToData()),
                    CardPart.Button(reader, Sentence.ButtonDismiss, PollVerbs.Dismiss, draft.Form?.Data ?? []),
                ]),
            ],
        };
    }

    /// <summary>The options; behind a date what is to be known of it: holidays, and who would have to be at two places.</summary>
    private static IEnumerable<string> Options(Turn turn, PollScope scope, PollProposal proposal)
    {
        var dates = PollDates.ReadAll(proposal.Options);
        return OptionWords.All(turn.Reader, proposal.Options).Select((option, number) => string.Join(
            ' ', (number < dates.Count ? Hints(turn, scope, proposal.Committee, dates[number]) : []).Prepend(CardText.Escape(option, LineBreaks.Collapse))));
    }

    private static IEnumerable<string> Hints(Turn turn, PollScope scope, CommitteeId committee, LocalDateTime date) =>
    [
        .. DayHintPart.Of(turn.Reader, turn.Network, date.Date),
        .. ClashPart.Lines(turn.Reader, turn.Network, [.. new MeetingSlot(committee, date.Date, date.TimeOfDay, null).ClashesWith(turn.Network, scope.Called).Take(1)], names: true),
    ];

    private static IEnumerable<Fact> Facts(Turn turn, PollProposal proposal, Committee committee)
    {
        var reader = turn.Reader;
        yield return new Fact(Messages.Get(reader, Sentence.FactPollKind), Messages.Get(reader, System.Enum.Parse<Sentence>("PollKind" + proposal.Kind)));
        yield return new Fact(
            Messages.Get(reader, Sentence.FactPollAsked),
            Messages.Get(reader, Sentence.PollAsked, CardText.Escape(committee.Name, LineBreaks.Collapse), turn.Network.Members(committee).Count));
        yield return new Fact(
            Messages.Get(reader, Sentence.FactPollCloses), Appointments.Moment(reader, proposal.ClosesAt.InZone(turn.Network.Zone).LocalDateTime));
    }

    private static string Name(Turn turn, PollProposal proposal) =>
        CardText.Escape(turn.Network.Committee(proposal.Committee)?.Name ?? proposal.Committee.Value, LineBreaks.Collapse);
}
