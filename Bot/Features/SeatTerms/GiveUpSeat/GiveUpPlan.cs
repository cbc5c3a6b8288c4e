using System.Collections.Generic;
using System.Linq;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Rights;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.SeatTerms.GiveUpSeat;

/// <summary>What giving a seat up comes to with the network as it is now.</summary>
internal abstract record GiveUpPlan
{
    private GiveUpPlan()
    {
    }

    /// <summary>Something is missing, or stands in the way: the form is shown with it. Markdown.</summary>
    public sealed record Asked(string Question) : GiveUpPlan;

    /// <summary>It is nothing for the sender, or it is so already. Markdown.</summary>
    public sealed record Settled(string Said) : GiveUpPlan;

    /// <summary>It can be done.</summary>
    public sealed record Ready(Committee Committee, Person Person, SeatTerm Term) : GiveUpPlan
    {
        /// <summary>The seat.</summary>
        public Seat Seat => new(Committee.Id, Person.Id);

        /// <summary>Its last day.</summary>
        public LocalDate LastDay => Term.LastDay!.Value;
    }

    /// <summary>What it comes to. Changes nothing.</summary>
    public static GiveUpPlan Of(Turn turn, GiveUpFields fields)
    {
        if (turn.Sender is not { } sender)
        {
            return new Settled(RefusalText.Markdown(turn, new Refusal(RefusalCode.OnlyKnown)));
        }

        switch (fields.Person.Length == 0 ? [sender] : People(turn, fields.Person))
        {
            case [var person] when person.Id == sender.Id || turn.May(Right.GiveUpSeat):
                return Of(turn, sender, person, fields);
            case [_] or [] or [_, ..] when !turn.May(Right.GiveUpSeat):
                // Whoever may not do it for others learns nothing of them.
                return new Settled(RefusalText.Markdown(turn, new Refusal(RefusalCode.OnlyCoordinator)));
            case []:
                return new Asked(Worded(turn, Sentence.SetupNameUnknown, ShortText.Abbreviate(fields.Person, 60)));
            case var several:
                return new Asked(Worded(turn, Sentence.SetupNameOfSeveral, ShortText.Abbreviate(fields.Person, 60), string.Join(", ", several.Take(5).Select(one => one.Name))));
        }
    }

    /// <summary>The committees in which somebody has a seat that the sender may know of.</summary>
    public static IReadOnlyList<Committee> SeatsOf(Turn turn, PersonId person) =>
        [.. turn.Network.Committees.Where(committee => turn.Network.Seats.Contains(new Seat(committee.Id, person)) && turn.May(Right.GiveUpSeat, committee, isOwner: turn.Sender?.Id == person))];

    private static GiveUpPlan Of(Turn turn, Person sender, Person person, GiveUpFields fields)
    {
        var committees = SeatsOf(turn, person.Id);
        if (committees.Count == 0)
        {
            return new Settled(person.Id == sender.Id ? Messages.Get(turn.Reader, Sentence.GiveUpNoSeat) : Worded(turn, Sentence.GiveUpNoSeatOf, person.Name));
        }

        if ((committees.FirstOrDefault(one => one.Id.Value == fields.Committee) ?? (committees.Count == 1 && fields.Committee.Length == 0 ? committees[0] : null)) is not { } committee)
        {
            return new Asked(Messages.Get(turn.Reader, Sentence.GiveUpWhere));
        }

        var today = turn.LocalNow.Date;
        if ((fields.Day.Length == 0 ? today : TermDay.In(fields.Day)) is not { } day)
        {
            return new Asked(Worded(turn, Sentence.AskGroupDay, ShortText.Abbreviate(fields.Day, 100)));
        }

        var before = turn.Network.Terms.GetValueOrDefault(new Seat(committee.Id, person.Id));
        return SeatTerm.GiveUp(before, day, sender.Id, turn.Now, today) switch
        {
            Outcome<SeatTerm>.Done(var after) when ReferenceEquals(after, before) => new Settled(GiveUpCards.Done(turn.Reader, person, committee, day)),
            Outcome<SeatTerm>.Done(var after) => new Ready(committee, person, after),
            Outcome<SeatTerm>.Refused(var why) => new Asked(RefusalText.Markdown(turn, why)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static IReadOnlyList<Person> People(Turn turn, string text) =>
        turn.Network.Person(new PersonId(text)) is { HasLeft: false } known ? [known] : PersonFinder.Named(turn.Network, text);

    private static string Worded(Turn turn, Sentence sentence, params string[] details) =>
        Messages.Get(turn.Reader, sentence, [.. details.Select(detail => Platform.Cards.CardText.Escape(detail, Platform.Cards.LineBreaks.Collapse))]);
}
