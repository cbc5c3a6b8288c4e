using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Elections;
using Bot.Domain.Rights;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.SeatTerms.ShowMandates;

/// <summary>The seats of a committee, each with whose it is, how it came, until when, and how it stands in words; what is vacant; and the next step.</summary>
internal static class MandatesCard
{
    private const int Most = 20, MostCommittees = 15, TitleLimit = 32;

    /// <summary>One committee.</summary>
    public static AdaptiveCard Render(Turn turn, Committee committee, IReadOnlyList<HeldSeat> seats, PageRequest asked)
    {
        var (reader, today) = (turn.Reader, turn.LocalNow.Date);
        var heading = Messages.Get(reader, Sentence.MandatesHeading, Escaped(committee.Name));
        var lines = seats.OrderBy(seat => seat.On(today) == SeatStanding.ToCome).ThenBy(seat => Name(turn.Network, seat.Person), StringComparer.Create(reader.Culture, ignoreCase: true))
            .Select(seat => (Key: seat.Person.Value, Text: Line(turn, seat))).ToList();
        var page = Paging.Cut(lines, line => line.Key, line => CardSize.Of(line.Text), Most, asked);
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = heading + " " + Count(reader, committee, seats, today),
            Body =
            [
                CardPart.Heading(heading),
                CardPart.Text(Count(reader, committee, seats, today)),
                .. page.Items.Count == 0 ? Enumerable.Empty<CardElement>() : [CardPart.List(page.Items.Select(line => line.Text))],
                .. Paging.Line(reader, page, Messages.Get(reader, Sentence.CommandMandates) + " " + committee.Name),
                .. Next(turn, committee, seats, today).Select(CardPart.Subtle),
                .. CardPart.Rows(Buttons(turn, committee, seats)),
            ],
            Actions = [.. RunCommandAction.PageButtons(reader, page, CommandTable.Mandates, committee.Name)],
        };
    }

    /// <summary>All committees the reader may see, each with its counts and a button.</summary>
    public static AdaptiveCard List(Turn turn, IReadOnlyList<(Committee Committee, IReadOnlyList<HeldSeat> Seats)> all, PageRequest asked)
    {
        var (reader, today) = (turn.Reader, turn.LocalNow.Date);
        var heading = Messages.Get(reader, Sentence.MandatesListHeading);
        var page = Paging.Cut(all, one => one.Committee.Id.Value, one => (2 * CardSize.Of(one.Committee.Name)) + 500, MostCommittees, asked);
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = heading + " " + string.Join(", ", page.Items.Select(one => one.Committee.Name)),
            Body =
            [
                CardPart.Heading(heading),
                CardPart.List(page.Items.Select(one => Messages.Get(reader, Sentence.MandatesListLine, Escaped(one.Committee.Name), Summary(reader, one.Committee, one.Seats, today)))),
                .. Paging.Line(reader, page, Messages.Get(reader, Sentence.CommandMandates)),
                .. CardPart.Rows(page.Items.Select(one => SuggestionCard.RunBelowButton(reader, CommandTable.Mandates, one.Committee.Name) with { Title = ShortText.Abbreviate(one.Committee.Name, TitleLimit) })),
            ],
            Actions = [.. RunCommandAction.PageButtons(reader, page, CommandTable.Mandates)],
        };
    }

    private static string Summary(Reader reader, Committee committee, IReadOnlyList<HeldSeat> seats, LocalDate today)
    {
        var past = seats.Count(seat => seat.On(today) == SeatStanding.PastTerm);
        var count = Count(reader, committee, seats, today);
        return past == 0 ? count : count + " " + Messages.Get(reader, Sentence.MandatesPastCount, past);
    }

    /// <summary>How many seats are taken and vacant. Plain text.</summary>
    private static string Count(Reader reader, Committee committee, IReadOnlyList<HeldSeat> seats, LocalDate today)
    {
        var taken = seats.Count(seat => seat.IsTakenOn(today));
        return committee.SeatCount is not { } count ? Messages.Get(reader, Sentence.MandatesCountOpen, taken)
            : taken > count ? Messages.Get(reader, Sentence.MandatesCountOver, taken, count)
            : Messages.Get(reader, Sentence.MandatesCount, taken, count, count - taken);
    }

    private static string Line(Turn turn, HeldSeat seat)
    {
        var (reader, network, today) = (turn.Reader, turn.Network, turn.LocalNow.Date);
        // Whom a locked person acts for could tell who they are.
        var organizations = network.Person(seat.Person) is { IsMasked: true } ? [] : network.RepresentedBy(seat.Person).Select(organization => organization.Name).ToList();
        var parts = new[]
        {
            organizations.Count == 0
                ? Messages.Get(reader, Sentence.MandateLine, Escaped(Name(network, seat.Person)))
                : Messages.Get(reader, Sentence.MandateLineFor, Escaped(Name(network, seat.Person)), Escaped(ShortText.Abbreviate(string.Join(", ", organizations), 200))),
            Origin(reader, seat),
            SeatWords.Term(reader, seat.From, seat.Until) + ".",
            Standing(reader, seat, today),
        };
        return string.Join(' ', parts.Where(part => part.Length > 0));
    }

    private static string Origin(Reader reader, HeldSeat seat) => (seat.Origin, seat.Since) switch
    {
        (SeatOrigin.Elected, { } day) => Messages.Get(reader, Sentence.SeatElected, Appointments.Date(reader, day)),
        (SeatOrigin.MovedUp, { } day) => Messages.Get(reader, Sentence.SeatMovedUp, Appointments.Date(reader, day)),
        (SeatOrigin.ByOffice, _) => Messages.Get(reader, Sentence.SeatByOffice),
        (SeatOrigin.ByHand, _) => Messages.Get(reader, Sentence.SeatByHand),
        _ => string.Empty,
    };

    private static string Standing(Reader reader, HeldSeat seat, LocalDate today) => seat.On(today) switch
    {
        SeatStanding.ToCome => Messages.Get(reader, Sentence.SeatToCome),
        SeatStanding.EndsSoon => Messages.Get(reader, Sentence.SeatEndsSoon),
        SeatStanding.PastTerm => Messages.Get(reader, Sentence.SeatPastTerm),
        SeatStanding.GivenUp => Messages.Get(reader, Sentence.SeatGivenUp, Appointments.Date(reader, seat.LastDay!.Value)),
        _ => string.Empty,
    };

    /// <summary>What is to be done next, for whoever can do it.</summary>
    private static IEnumerable<string> Next(Turn turn, Committee committee, IReadOnlyList<HeldSeat> seats, LocalDate today)
    {
        if (!turn.May(Right.GiveUpSeat, committee))
        {
            yield break;
        }

        if (committee.SeatCount is null)
        {
            yield return Messages.Get(turn.Reader, Sentence.MandatesNextCount, Escaped(committee.Name));
        }

        var isEnding = seats.Any(seat => seat.On(today) is SeatStanding.PastTerm or SeatStanding.EndsSoon);
        if (isEnding || committee.SeatCount > seats.Count(seat => seat.IsTakenOn(today)))
        {
            yield return Messages.Get(turn.Reader, committee.IsSecluded ? Sentence.MandatesNextHand : Sentence.MandatesNextElect, Escaped(committee.Name));
        }
    }

    private static IEnumerable<CardAction> Buttons(Turn turn, Committee committee, IReadOnlyList<HeldSeat> seats)
    {
        if (turn.May(Right.SetUpNetwork) && turn.May(Right.GiveUpSeat, committee))
        {
            if (!committee.IsSecluded)
            {
                yield return SuggestionCard.RunBelowButton(turn.Reader, CommandTable.Election, committee.Name);
            }

            yield return Step(turn.Reader, CommandTable.SetSeatTerm, committee);
            yield return Step(turn.Reader, CommandTable.SetSeatCount, committee);
        }

        if (turn.Sender is { } sender && seats.Any(seat => seat.Person == sender.Id && seat.LastDay is null))
        {
            yield return Step(turn.Reader, CommandTable.GiveUpSeat, committee);
        }
    }

    private static ExecuteAction Step(Reader reader, CommandEntry entry, Committee committee) => SuggestionCard.RunBelowButton(reader, entry, committee.Name) with { Title = Messages.Get(reader, entry.Title).TrimEnd(':') };

    private static string Name(Network network, PersonId person) => network.Person(person)?.Name ?? person.Value;

    private static string Escaped(string text) => CardText.Escape(text, LineBreaks.Collapse);
}
