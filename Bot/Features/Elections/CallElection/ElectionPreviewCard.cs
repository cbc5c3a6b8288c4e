using System.Globalization;
using Bot.Domain.Committees;
using Bot.Domain.Elections;
using Bot.Domain.Voting;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Elections.CallElection;

/// <summary>Shows what would be called, before anybody is told.</summary>
internal static class ElectionPreviewCard
{
    /// <summary>Draws the preview.</summary>
    public static AdaptiveCard Render(Reader reader, Network network, ElectionDraft draft, Election election)
    {
        var body = CardText.Escape(ElectionWords.Body(network, election), LineBreaks.Collapse);
        var heading = Messages.Get(reader, Sentence.ElectionHeading, body);
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = heading + " " + Messages.Get(reader, Sentence.ElectionPreviewQuestion),
            Body =
            [
                CardPart.Heading(heading),
                CardPart.Text(Messages.Get(reader, Sentence.ElectionPreviewQuestion)),
                new FactSet
                {
                    Facts =
                    [
                        Fact(reader, Sentence.FactSeats, election.Seats.ToString(CultureInfo.InvariantCulture)),
                        Fact(reader, Sentence.InputElectionKind, Messages.Get(reader, election.IsByElection ? Sentence.ElectionOfFreeSeats : Sentence.ElectionOfAllSeats)),
                        Fact(reader, Sentence.FactMethod, Messages.Get(reader, election.Method == ElectionMethod.Joint ? Sentence.MethodJoint : Sentence.MethodOneByOne)),
                        Fact(reader, Sentence.FactNominateUntil, Appointments.Moment(reader, Local(network, election.NominateUntil))),
                        Fact(reader, Sentence.FactVoteUntil, Appointments.Moment(reader, Local(network, election.VoteUntil))),
                        Fact(reader, Sentence.FactTerm, Messages.Get(reader, Sentence.TermMonths, election.Rule.TermMonths)),
                    ],
                },
                CardPart.Subtle(Messages.Get(reader, election.Rule.Secrecy == BallotSecrecy.Open ? Sentence.ElectionIsOpen : Sentence.ElectionIsSecret)),
                CardPart.Subtle(Messages.Get(reader, Sentence.ElectionRoundsRule, election.Rule.AbsoluteRounds, election.Rule.MostRounds, election.Rule.AcceptanceDays)),
                .. DayHintPart.Lines(reader, network, Local(network, election.VoteUntil).Date),
                .. CardPart.Rows(
                [
                    CardPart.Button(reader, Sentence.ButtonCallElection, ElectionVerbs.Call, draft.ToData()),
                    CardPart.Button(reader, Sentence.ButtonEdit, ElectionVerbs.Edit, draft.ToData()),
                    CardPart.Button(reader, Sentence.ButtonDismiss, ElectionVerbs.Dismiss, draft.Form?.Data ?? []),
                ]),
            ],
        };
    }

    private static Fact Fact(Reader reader, Sentence title, string value) => new(Messages.Get(reader, title), value);

    private static LocalDateTime Local(Network network, Instant moment) => moment.InZone(network.Zone).LocalDateTime;
}
