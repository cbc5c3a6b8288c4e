using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Elections;
using Bot.Features.SeatTerms.FollowSeats;
using Bot.Features.SeatTerms.GiveUpSeat;
using Bot.Features.SeatTerms.ShowMandates;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Tests.Cards;

/// <content>Seats and their terms.</content>
internal static partial class CardCatalogue
{
    private static readonly int[] MandatePages = [1, 2, 999];

    private static IEnumerable<Catalogued> Mandates(Scene scene)
    {
        var own = scene.Turn("katrin");
        var (board, person, day) = (scene.Board with { Name = scene.Text("Beirat", 100), SeatCount = 60 }, scene.Network.People[0] with { Name = scene.Text("Amina Muster", 100) }, new LocalDate(2026, 12, 31));
        var fields = new GiveUpFields(board.Id.Value, person.Name, "2026-12-31");
        yield return Replaced("giveup-form", "ChangeCard.Form", GiveUpCards.Form(own, fields, Messages.Get(scene.Reader, Sentence.GiveUpWhere)));
        yield return Replaced("giveup-preview", "ChangeCard.Preview", GiveUpCards.Preview(own, new GiveUpPlan.Ready(board, person, new SeatTerm { LastDay = day }), null));
        var seat = new Seat(board.Id, person.Id);
        foreach (var (name, said) in new[] { ("ends", SeatPosts.Ending(scene.Reader, scene.Network, board, seat, day)), ("given-up", SeatPosts.GivenUp(scene.Reader, scene.Network, board, seat, day, null)) })
        {
            yield return Sent("seat-" + name, "SentenceCard.Of", CardMessage.Of(scene.Reader, SentenceCard.Of(scene.Reader, said), said));
        }

        var people = Enumerable.Range(0, scene.Writing == Writing.Heaviest ? 60 : 5).Select(number => new Person(new PersonId("seated-" + number), scene.Text("Amina Muster " + number, 100), false)).ToList();
        var turn = own with { Snapshot = scene.Snapshot with { Network = scene.Network with { People = [.. scene.Network.People, .. people] } } };
        var seats = people.Select((one, number) => Seat(one.Id, number)).Append(Seat(own.Sender!.Id, 3)).ToList();
        foreach (var number in scene.Writing == Writing.Heaviest ? MandatePages : [1])
        {
            yield return Replaced($"mandates-{number}", "MandatesCard.Render", MandatesCard.Render(turn, board, seats, new PageRequest { Number = number }));
            var all = Enumerable.Range(0, scene.Writing == Writing.Heaviest ? 60 : 3).Select(count => (board with { Id = new CommitteeId("c" + count) }, (IReadOnlyList<HeldSeat>)seats)).ToList();
            yield return Replaced($"mandates-list-{number}", "MandatesCard.List", MandatesCard.List(turn, all, new PageRequest { Number = number }));
        }
    }

    /// <summary>A seat of each kind.</summary>
    private static HeldSeat Seat(PersonId person, int number) => (number % 5) switch
    {
        0 => new HeldSeat(person, SeatOrigin.Elected, new LocalDate(2026, 1, 10), new LocalDate(2026, 2, 1), new LocalDate(2028, 1, 31), null),
        1 => new HeldSeat(person, SeatOrigin.MovedUp, new LocalDate(2026, 3, 10), new LocalDate(2024, 12, 10), new LocalDate(2026, 12, 9), null),
        2 => new HeldSeat(person, SeatOrigin.ByHand, null, null, new LocalDate(2020, 1, 31), null),
        3 => new HeldSeat(person, SeatOrigin.ByOffice, null, null, null, null),
        _ => new HeldSeat(person, SeatOrigin.ByHand, null, new LocalDate(2027, 1, 1), null, new LocalDate(2027, 5, 1)),
    };
}
