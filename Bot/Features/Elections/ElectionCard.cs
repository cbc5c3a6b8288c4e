using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Elections;
using Bot.Domain.Rights;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Elections;

/// <summary>Who looks at an election's card.</summary>
/// <param name="Person">The viewer; null for a room, whose members all see the same.</param>
/// <param name="MayHold">Whether the viewer leads the election.</param>
/// <param name="MayRead">Whether the viewer sees the names of those who stand.</param>
internal sealed record ElectionViewer(PersonId? Person, bool MayHold, bool MayRead)
{
    /// <summary>The committee that votes, in its room.</summary>
    public static ElectionViewer Room { get; } = new(null, false, true);

    /// <summary>A person in their 1:1 chat.</summary>
    public static ElectionViewer Of(Network network, Election election, PersonId person) => new(
        person, network.Allows(Right.HoldElection, person), network.Committee(election.Committee) is { } committee && network.Allows(Right.ReadElections, person, committee));

    /// <summary>Whoever sent something, there where it is answered.</summary>
    public static ElectionViewer Of(Turn turn, Election election) => turn.IsPersonal && turn.Sender is { } sender
        ? Of(turn.Network, election, sender.Id)
        : Room with { MayRead = turn.Network.Committee(election.Committee) is { } committee && turn.May(Right.ReadElections, committee) };
}

/// <summary>How an election looks: how far it is, who stands, what was counted, who was elected and how they answered, and what the viewer can do.</summary>
internal static class ElectionCard
{
    private const int MostMandates = 40, MostRounds = 9;

    /// <summary>Draws the election.</summary>
    /// <param name="reader">Whose language.</param>
    /// <param name="network">The network as it is now.</param>
    /// <param name="election">The election.</param>
    /// <param name="viewer">Who looks.</param>
    /// <param name="lead">A sentence above; null for none. Markdown.</param>
    public static AdaptiveCard Render(Reader reader, Network network, Election election, ElectionViewer viewer, string? lead = null)
    {
        var heading = Messages.Get(reader, Sentence.ElectionHeading, Escaped(ElectionWords.Body(network, election)));
        var state = Escaped(ElectionWords.State(reader, network, election));
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = string.Join(' ', new[] { lead, heading, state, Messages.Get(reader, Sentence.ElectionByTyping) }.OfType<string>()),
            Body =
            [
                .. lead is null ? Enumerable.Empty<CardElement>() : [CardPart.Text(lead)],
                CardPart.Heading(heading),
                CardPart.Text(state),
                new FactSet { Facts = [.. Facts(reader, network, election)] },
                .. viewer.MayRead ? Names(reader, network, election) : [],
                .. viewer.MayRead ? Rounds(reader, network, election) : [],
                .. viewer.MayRead ? Mandates(reader, network, election) : [],
                .. election is { State: ElectionState.Nominating, Method: ElectionMethod.List } ? ElectionLists.Own(reader, election, viewer) : [],
                .. CardPart.Rows(Buttons(reader, election, viewer)),
            ],
        };
    }

    private static IEnumerable<Fact> Facts(Reader reader, Network network, Election election)
    {
        yield return new Fact(Messages.Get(reader, Sentence.FactSeats), election.Seats.ToString(CultureInfo.InvariantCulture));
        yield return new Fact(Messages.Get(reader, Sentence.FactMethod), ElectionWords.Method(reader, election.Method));
        if (election.Method == ElectionMethod.List)
        {
            yield return new Fact(Messages.Get(reader, Sentence.FactSeatMethod), Messages.Get(reader, Enum.Parse<Sentence>("SeatMethod" + election.Rule.Seats)));
        }

        if (election.State == ElectionState.Nominating)
        {
            yield return new Fact(Messages.Get(reader, Sentence.FactVoteUntil), Appointments.Moment(reader, election.VoteUntil.InZone(network.Zone).LocalDateTime));
        }

        if (election is { TermChosen: { } day, TermFrom: null })
        {
            yield return new Fact(Messages.Get(reader, Sentence.FactTermFrom), Appointments.Date(reader, day));
        }

        if (election.Resolution is { } number)
        {
            yield return new Fact(Messages.Get(reader, Sentence.FactResolution), number);
        }
    }

    private static IEnumerable<CardElement> Names(Reader reader, Network network, Election election)
    {
        if (election is { State: ElectionState.Nominating, Method: ElectionMethod.List })
        {
            foreach (var line in ElectionLists.Lines(reader, network, election))
            {
                yield return line;
            }
        }
        else if (election.State == ElectionState.Nominating)
        {
            var standing = election.Standing(network);
            yield return CardPart.Text(standing.Count == 0
                ? Messages.Get(reader, Sentence.ElectionNobodyStands)
                : Messages.Get(reader, Sentence.ElectionStanding, standing.Count, Escaped(ElectionWords.Names(network, standing, OptionLabels.Large))));
            if (standing.Count > 0 && standing.Count <= election.Seats)
            {
                yield return CardPart.Subtle(Messages.Get(reader, Sentence.ElectionFewNames));
            }
        }
    }

    /// <summary>The last rounds; where seats are filled one after the other there may be more than fit, and the resolution holds them all.</summary>
    private static IEnumerable<CardElement> Rounds(Reader reader, Network network, Election election)
    {
        var shown = election.Rounds.TakeLast(MostRounds).ToList();
        if (shown.Count < election.Rounds.Count)
        {
            yield return CardPart.Subtle(Messages.Get(reader, Sentence.ElectionEarlierRounds, election.Rounds.Count - shown.Count));
        }

        foreach (var round in shown)
        {
            yield return CardPart.Text(Escaped(ElectionWords.Round(reader, network, election, round, OptionLabels.Large / (2 * shown.Count))));
        }

        foreach (var lot in election.Lots.TakeLast(MostRounds))
        {
            yield return CardPart.Text(Escaped(ElectionWords.Lot(reader, network, lot)));
        }
    }

    private static IEnumerable<CardElement> Mandates(Reader reader, Network network, Election election)
    {
        if (!election.Mandates.IsEmpty)
        {
            yield return CardPart.Section(Messages.Get(reader, Sentence.ElectionElected));
            yield return CardPart.List(election.Mandates.Take(MostMandates).Select(mandate => Escaped(ShortText.Abbreviate(ElectionWords.Mandate(reader, network, mandate), 60))));
        }

        if (election.State is ElectionState.Accepting or ElectionState.Finished && election.Pending is null && election.Vacant > 0)
        {
            yield return CardPart.Text(Messages.Get(reader, Sentence.ElectionVacant, election.Vacant));
        }
    }

    private static IEnumerable<CardAction> Buttons(Reader reader, Election election, ElectionViewer viewer) =>
    [
        .. Own(reader, election, viewer),
        .. election.State == ElectionState.Nominating && viewer is { MayRead: true, Person: not null }
            ? [Button(reader, election, election.Method == ElectionMethod.List ? Sentence.ButtonAskList : Sentence.ButtonAskNominate, ElectionVerbs.AskNomination)]
            : Enumerable.Empty<CardAction>(),
        .. viewer.MayHold ? Leading(reader, election) : [],
        .. election.Pending is { IsLot: true, AskedBy: { } asker } lot && viewer.MayRead && viewer.Person != asker && (viewer.Person is not { } person || !lot.People.Contains(person))
            ? [Button(reader, election, Sentence.ButtonWitness, ElectionVerbs.DrawLot)]
            : Enumerable.Empty<CardAction>(),
    ];

    private static IEnumerable<CardAction> Own(Reader reader, Election election, ElectionViewer viewer)
    {
        var named = viewer.Person is { } person ? election.NominationOf(person) : null;
        var isOnList = election.Method == ElectionMethod.List;
        if (election.State == ElectionState.Nominating && (isOnList ? named is { List: not null } : viewer.MayRead || named is not null))
        {
            if (named?.Answer != Consent.Given)
            {
                yield return named is null ? Button(reader, election, Sentence.ButtonStand, ElectionVerbs.Stand) : Button(reader, election, Sentence.ButtonConsent, ElectionVerbs.Consent);
            }

            if (named is { Answer: not Consent.Refused })
            {
                yield return Button(reader, election, named.Answer == Consent.Given ? Sentence.ButtonWithdraw : Sentence.ButtonRefuse, ElectionVerbs.Refuse);
            }
        }

        if (election is { State: ElectionState.Deciding, Pending.Reason: RoundReason.NextSeat } && named is { Answer: Consent.Given } && !election.Elected.Contains(named.Person))
        {
            yield return Button(reader, election, Sentence.ButtonWithdraw, ElectionVerbs.Refuse);
        }

        if (viewer.Person is { } elected && election.MandateOf(elected) is { State: MandateState.Asked })
        {
            yield return Button(reader, election, Sentence.ButtonAcceptElection, ElectionVerbs.Accept);
            yield return Button(reader, election, Sentence.ButtonDeclineElection, ElectionVerbs.Decline);
        }
    }

    private static IEnumerable<CardAction> Leading(Reader reader, Election election)
    {
        if (election.State == ElectionState.Nominating)
        {
            yield return Button(reader, election, Sentence.ButtonStartVoting, ElectionVerbs.AskStart);
            yield return Button(reader, election, Sentence.ButtonCancelElection, ElectionVerbs.AskCancel);
        }

        if (election is { State: ElectionState.Deciding, Pending.IsLot: false })
        {
            yield return Button(reader, election, election.Pending.Reason == RoundReason.NextSeat ? Sentence.ButtonNextSeat : Sentence.ButtonRunOff, ElectionVerbs.RunOff);
            yield return Button(reader, election, Sentence.ButtonEndVoting, ElectionVerbs.EndVoting);
        }

        if (election.Pending is { IsLot: true, AskedBy: null })
        {
            yield return Button(reader, election, Sentence.ButtonAskLot, ElectionVerbs.AskLot);
        }
    }

    private static ExecuteAction Button(Reader reader, Election election, Sentence title, string verb) => CardPart.Button(reader, title, verb, ("election", election.Id.Value));

    private static string Escaped(string text) => CardText.Escape(text, LineBreaks.Collapse);
}
