using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Memberships;
using Bot.Domain.Rights;
using Bot.Features.Admissions.TakeEffect;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Admissions.Apply;

/// <summary>The application: who wants to join, and who will represent it. Shown before anything is stored.</summary>
internal static class ApplicationForm
{
    private const int MostChoices = 50;

    /// <summary>Draws the form.</summary>
    /// <param name="turn">Who sees it.</param>
    /// <param name="applicant">The name as far as it is known.</param>
    /// <param name="objection">Why the last try was refused; null for none. Markdown.</param>
    /// <param name="effectiveOn">The first day of the membership as far as it is known; null for that of the decision.</param>
    /// <param name="page">Which part of a long list of people; null for its beginning.</param>
    public static AdaptiveCard Render(Turn turn, string applicant, string? objection, LocalDate? effectiveOn = null, PageRequest? page = null)
    {
        var people = People(turn, page ?? PageRequest.First);
        var heading = Messages.Get(turn.Reader, Sentence.ApplicationHeading);
        var explained = Messages.Get(
            turn.Reader, turn.May(Right.ConsultBoard) ? Sentence.ApplicationByCoordinator : Sentence.ApplicationByGuest);
        return new AdaptiveCard
        {
            Lang = turn.Reader.Language,
            FallbackText = heading,
            Body =
            [
                CardPart.Heading(heading),
                .. objection is null ? Enumerable.Empty<CardElement>() : [CardPart.Text(objection)],
                CardPart.Text(explained),
                .. Returning(turn, applicant),
                InputPart.Required(turn.Reader, "applicant", (Sentence.InputApplicant, Sentence.InputApplicantMissing), applicant, Admission.NameLimit),
                InputPart.Day(turn.Reader, EffectCard.DayField, Sentence.InputEffectiveOn, effectiveOn),
                .. people is null ? Enumerable.Empty<CardElement>() : RepresentativeInput(turn.Reader, people),
            ],
            Actions =
            [
                CardPart.Button(turn.Reader, Sentence.ButtonApply, AdmissionVerbs.Apply, turn.Form.Data),
                CardPart.Button(turn.Reader, Sentence.ButtonDismiss, AdmissionVerbs.Dismiss, turn.Form.Data) with { AssociatedInputs = AssociatedInputs.None },
            ],
        };
    }

    /// <summary>A coordinator is told that the applicant was a member before; somebody who applies may be anybody.</summary>
    private static IEnumerable<CardElement> Returning(Turn turn, string applicant) =>
        turn.May(Right.ConsultBoard) && turn.IsPersonal && ReturnWords.Of(turn.Reader, Admission.FormerOf(turn.Network, applicant)) is { Length: > 0 } said ? [CardPart.Text(said)] : [];

    /// <summary>Whom the coordinator may name: people the network knows who represent nobody yet. Others represent what they apply for.</summary>
    public static IEnumerable<Person> Nameable(Network network) =>
        network.People.Where(person => !network.Allows(Right.ConsultBoard, person.Id) && !network.RepresentedBy(person.Id).Any());

    /// <summary>Only a coordinator names others, and only where nobody reads their names along.</summary>
    private static Page<Person>? People(Turn turn, PageRequest page) => turn.May(Right.ConsultBoard) && turn.IsPersonal
        ? Paging.Cut([.. Nameable(turn.Network)], person => person.Id.Value, person => CardSize.Of(person.Name, person.Id.Value), MostChoices, page)
        : null;

    private static IEnumerable<CardElement> RepresentativeInput(Reader reader, Page<Person> people)
    {
        yield return new ChoiceSetInput
        {
            Id = "representative",
            Label = Messages.Get(reader, Sentence.InputRepresentative),
            Choices =
            [
                new Choice(Messages.Get(reader, Sentence.RepresentativeLater), "-"),
                .. people.Items.Select(person => new Choice(person.Name, person.Id.Value)),
            ],
            Value = "-",
        };
        foreach (var line in Paging.Line(reader, people, typed: null).Concat(Paging.Row(reader, people, AdmissionVerbs.ShowPeople)))
        {
            yield return line;
        }
    }
}
