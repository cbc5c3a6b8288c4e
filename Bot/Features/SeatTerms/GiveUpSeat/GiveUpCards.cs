using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Elections;
using Bot.Domain.Rights;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.SeatTerms.GiveUpSeat;

/// <summary>The form of giving a seat up, what it would change, and what was done.</summary>
internal static class GiveUpCards
{
    private const int MostChoices = 60, MostNext = 5;

    /// <summary>The form, with what is asked above it.</summary>
    public static AdaptiveCard Form(Turn turn, GiveUpFields fields, string question)
    {
        var reader = turn.Reader;
        var isForOthers = turn.May(Right.GiveUpSeat);
        IReadOnlyList<Committee> all = isForOthers
            ? [.. turn.Network.Committees.Where(committee => committee.Kind != CommitteeKind.GeneralAssembly && turn.May(Right.GiveUpSeat, committee))]
            : turn.Sender is { } sender ? GiveUpPlan.SeatsOf(turn, sender.Id) : [];
        var page = Paging.Cut(all, committee => committee.Id.Value, committee => CardSize.Of(committee.Name), MostChoices, PageRequest.First);
        IReadOnlyList<InputElement> inputs =
        [
            .. isForOthers ? [InputPart.Text(reader, MandateVerbs.PersonField, Sentence.InputSeatOf, Shown(turn, fields.Person), Person.NameLimit)] : Enumerable.Empty<InputElement>(),
            InputPart.Committee(reader, all, all.FirstOrDefault(committee => committee.Id.Value == fields.Committee)?.Id, page),
            InputPart.Day(reader, MandateVerbs.DayField, Sentence.InputSeatLastDay, TermDay.In(fields.Day)),
        ];
        var carried = fields.Data.Where(pair => inputs.All(input => input.Id != pair.Name));
        return ChangeCard.Form(
            reader,
            CommandTable.GiveUpSeat,
            Sentence.GiveUpHeading,
            [question],
            inputs,
            [
                CardPart.Button(reader, Sentence.ButtonPreview, MandateVerbs.Preview, [.. carried, .. turn.Form.Data]),
                CardPart.Button(reader, Sentence.ButtonDismiss, MandateVerbs.Dismiss, turn.Form.Data),
            ]);
    }

    /// <summary>What would change, to be confirmed.</summary>
    /// <param name="turn">Who reads it.</param>
    /// <param name="plan">What it comes to.</param>
    /// <param name="source">The election the seat came from; null for none.</param>
    public static AdaptiveCard Preview(Turn turn, GiveUpPlan.Ready plan, Election? source)
    {
        var reader = turn.Reader;
        (string, string)[] data = [.. new GiveUpFields(plan.Committee.Id.Value, plan.Person.Id.Value, TermDay.Write(plan.LastDay)).Data, .. turn.Form.Data];
        return ChangeCard.Preview(
            reader,
            Sentence.GiveUpHeading,
            null,
            [Messages.Get(reader, Sentence.GiveUpLine, Escaped(plan.Person.Name), Escaped(plan.Committee.Name), plan.LastDay, plan.LastDay.PlusDays(1)), Next(reader, turn.Network, plan.Person.Id, source)],
            [Messages.Get(reader, Sentence.GiveUpHint)],
            [
                CardPart.Button(reader, Sentence.ButtonSetupConfirm, MandateVerbs.Confirm, data),
                CardPart.Button(reader, Sentence.ButtonEdit, MandateVerbs.Form, data),
                CardPart.Button(reader, Sentence.ButtonDismiss, MandateVerbs.Dismiss, turn.Form.Data),
            ]);
    }

    /// <summary>Who is asked next when the seat is vacant. Markdown.</summary>
    public static string Next(Reader reader, Network network, PersonId person, Election? source) => source?.NextFor(person) is { Count: > 0 } next
        ? Messages.Get(reader, Sentence.LeaveNext, Escaped(string.Join(", ", next.Take(MostNext).Select(one => network.Person(one)?.Name ?? one.Value))))
        : Messages.Get(reader, Sentence.GiveUpNobodyNext);

    /// <summary>What was done. Markdown.</summary>
    public static string Done(Reader reader, Person person, Committee committee, LocalDate day) =>
        Messages.Get(reader, Sentence.GiveUpDone, Escaped(person.Name), Escaped(committee.Name), day);

    /// <summary>The name of an identity, as a form shows it.</summary>
    private static string Shown(Turn turn, string person) => turn.Network.Person(new PersonId(person))?.Name ?? person;

    private static string Escaped(string text) => CardText.Escape(text, LineBreaks.Collapse);
}
