using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Memberships;
using Bot.Features.Prospects.AddProspect;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Prospects.RecordContact;

/// <summary>A contact as far as it is said.</summary>
/// <param name="Day">When; null where it was not said, which is today.</param>
/// <param name="Note">What came of it.</param>
/// <param name="FollowUp">When to ask again; null for not.</param>
internal sealed record SaidContact(LocalDate? Day, string Note, LocalDate? FollowUp)
{
    /// <summary>What was filled in. Anybody can make it up.</summary>
    public static SaidContact In(CardForm form) => new(TermDay.In(form[ProspectVerbs.DayField]), form[ProspectVerbs.NoteField], TermDay.In(form[ProspectVerbs.FollowUpField]));
}

/// <summary>The form by which a contact is recorded.</summary>
internal static class ContactForm
{
    private const int MostChoices = 25, ChoicesBudget = 12 * 1024;

    /// <summary>Draws it.</summary>
    /// <param name="turn">Who sees it.</param>
    /// <param name="meant">Whom it may be about: one, or those to choose from.</param>
    /// <param name="said">What was said already.</param>
    /// <param name="question">What is said above it; null for nothing. Markdown.</param>
    public static AdaptiveCard Draw(Turn turn, IReadOnlyList<NotedProspect> meant, SaidContact said, string? question = null)
    {
        var one = meant is [{ Prospect: var only }] ? only : null;
        return ChangeCard.Form(
            turn.Reader,
            CommandTable.ContactProspect,
            Sentence.ProspectContactHeading,
            [.. new[] { one is null ? null : Messages.Get(turn.Reader, Sentence.ProspectName, ProspectWords.Escaped(one.Name)), question }.OfType<string>()],
            [.. one is null ? [Choice(turn, meant)] : Enumerable.Empty<InputElement>(), .. Inputs(turn, said)],
            [
                CardPart.Button(turn.Reader, Sentence.ButtonProspectRecord, ProspectVerbs.Contact, one is null ? [] : [(ProspectVerbs.ProspectField, one.Id.Value)]),
                ProspectInputs.Dismiss(turn.Reader),
            ]);
    }

    private static IEnumerable<InputElement> Inputs(Turn turn, SaidContact said) =>
    [
        InputPart.Day(turn.Reader, ProspectVerbs.DayField, Sentence.InputContactDay, said.Day ?? turn.LocalNow.Date),
        InputPart.Text(turn.Reader, ProspectVerbs.NoteField, Sentence.InputContactNote, said.Note, ProspectContact.NoteLimit) with { IsMultiline = true },
        InputPart.Day(turn.Reader, ProspectVerbs.FollowUpField, Sentence.InputFollowUp, said.FollowUp),
    ];

    /// <summary>As many as fit; who is not among them is named by typing.</summary>
    private static ChoiceSetInput Choice(Turn turn, IReadOnlyList<NotedProspect> meant) => new()
    {
        Id = ProspectVerbs.ProspectField,
        Label = Messages.Get(turn.Reader, Sentence.InputProspect),
        IsRequired = true,
        ErrorMessage = Messages.Get(turn.Reader, Sentence.ProspectWhich),
        Choices =
        [
            .. Paging.Cut(meant, one => one.Prospect.Id.Value, one => CardSize.Of(one.Prospect.Name) + 60, MostChoices, PageRequest.First, ChoicesBudget).Items
                .Select(one => new Choice(one.Prospect.Name, one.Prospect.Id.Value)),
        ],
    };
}
