using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Memberships;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Admissions.Apply;

/// <summary>The application: who wants to join, and who will represent it. Shown before anything is stored.</summary>
internal static class ApplicationForm
{
    private const int MostChoices = 100;

    /// <summary>Draws the form.</summary>
    /// <param name="turn">Who sees it.</param>
    /// <param name="applicant">The name as far as it is known.</param>
    /// <param name="objection">Why the last try was refused; null for none. Markdown.</param>
    public static AdaptiveCard Render(Turn turn, string applicant, string? objection)
    {
        var heading = Messages.Get(turn.Reader, Sentence.ApplicationHeading);
        var explained = Messages.Get(
            turn.Reader, turn.Sender is { IsCoordinator: true } ? Sentence.ApplicationByCoordinator : Sentence.ApplicationByGuest);
        return new AdaptiveCard
        {
            Lang = turn.Reader.Language,
            FallbackText = heading,
            Body =
            [
                CardPart.Heading(heading),
                .. objection is null ? Enumerable.Empty<CardElement>() : [CardPart.Text(objection)],
                CardPart.Text(explained),
                new TextInput
                {
                    Id = "applicant",
                    Label = Messages.Get(turn.Reader, Sentence.InputApplicant),
                    IsRequired = true,
                    ErrorMessage = Messages.Get(turn.Reader, Sentence.InputApplicantMissing),
                    MaxLength = Admission.NameLimit,
                    Value = applicant.Length == 0 ? null : applicant[..Math.Min(applicant.Length, Admission.NameLimit)],
                },
                .. RepresentativeInput(turn),
            ],
            Actions =
            [
                CardPart.Button(turn.Reader, Sentence.ButtonApply, AdmissionVerbs.Apply, turn.Form.Data),
                CardPart.Button(turn.Reader, Sentence.ButtonDismiss, AdmissionVerbs.Dismiss, turn.Form.Data) with { AssociatedInputs = AssociatedInputs.None },
            ],
        };
    }

    /// <summary>Whom the coordinator may name: people the network knows who represent nobody yet. Others represent what they apply for.</summary>
    public static IEnumerable<Person> Nameable(Network network) =>
        network.People.Where(person => !person.IsCoordinator && !network.RepresentedBy(person.Id).Any());

    private static IEnumerable<CardElement> RepresentativeInput(Turn turn)
    {
        if (turn.Sender is { IsCoordinator: true } && turn.IsPersonal)
        {
            yield return new ChoiceSetInput
            {
                Id = "representative",
                Label = Messages.Get(turn.Reader, Sentence.InputRepresentative),
                Choices =
                [
                    new Choice(Messages.Get(turn.Reader, Sentence.RepresentativeLater), "-"),
                    .. Nameable(turn.Network).Take(MostChoices).Select(person => new Choice(person.Name, person.Id.Value)),
                ],
                Value = "-",
            };
        }
    }
}
