using System.Globalization;
using System.Linq;
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
    /// <param name="reader">Whose language.</param>
    /// <param name="network">The network as it is now.</param>
    /// <param name="draft">What its buttons carry.</param>
    /// <param name="election">What would be called.</param>
    /// <param name="termUntil">Last day of the present term; null when none goes on.</param>
    public static AdaptiveCard Render(Reader reader, Network network, ElectionDraft draft, Election election, LocalDate? termUntil = null)
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
                        Fact(reader, Sentence.FactMethod, ElectionWords.Method(reader, election.Method)),
                        .. election.Method == ElectionMethod.List ? [Fact(reader, Sentence.FactSeatMethod, Messages.Get(reader, System.Enum.Parse<Sentence>("SeatMethod" + election.Rule.Seats)))] : Enumerable.Empty<Fact>(),
                        Fact(reader, Sentence.FactNominateUntil, Appointments.Moment(reader, Local(network, election.NominateUntil))),
                        Fact(reader, Sentence.FactVoteUntil, Appointments.Moment(reader, Local(network, election.VoteUntil))),
                        Fact(reader, Sentence.FactTerm, Messages.Get(reader, Sentence.TermMonths, election.Rule.TermMonths)),
                        Fact(reader, Sentence.FactTermFrom, election.TermChosen is { } day ? Appointments.Date(reader, day) : Messages.Get(reader, Sentence.TermFromAcceptance)),
                    ],
                },
                CardPart.Subtle(Messages.Get(reader, election.Rule.Secrecy == BallotSecrecy.Open ? Sentence.ElectionIsOpen : Sentence.ElectionIsSecret)),
                .. termUntil is { } last && election is { IsByElection: false, TermChosen: null } && last > election.VoteUntil.InZone(network.Zone).Date
                    ? [CardPart.Text(Messages.Get(reader, Sentence.TermEndsEarly, last))]
                    : Enumerable.Empty<CardElement>(),
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
