using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Polls;
using Bot.Domain.Voting;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

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
            : Render(turn, draft, proposal, committee);
    }

    /// <summary>Says that the poll was opened, and to whom.</summary>
    public static AdaptiveCard Opened(Turn turn, PollProposal proposal) => SentenceCard.Of(
        turn.Reader,
        Messages.Get(turn.Reader, Sentence.PollOpened, CardText.Escape(proposal.Question, LineBreaks.Collapse), Name(turn, proposal)));

    private static AdaptiveCard Render(Turn turn, PollDraft draft, PollProposal proposal, Committee committee)
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
                CardPart.List(OptionWords.All(reader, proposal.Options).Select(option => CardText.Escape(option, LineBreaks.Collapse))),
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
