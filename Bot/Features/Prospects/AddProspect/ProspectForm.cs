using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Memberships;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Prospects.AddProspect;

/// <summary>The form by which a prospect is noted.</summary>
internal static class ProspectForm
{
    /// <summary>Draws it.</summary>
    /// <param name="turn">Who sees it.</param>
    /// <param name="name">The name as far as it is known.</param>
    /// <param name="details">What else is.</param>
    /// <param name="question">What is asked above it; null for nothing. Markdown.</param>
    public static AdaptiveCard Draw(Turn turn, string name, ProspectDetails details, string? question = null) => ChangeCard.Form(
        turn.Reader,
        CommandTable.AddProspect,
        Sentence.ProspectAddHeading,
        question is null ? [] : [question],
        [
            InputPart.Required(turn.Reader, ProspectVerbs.NameField, (Sentence.InputOrganizationName, Sentence.RefusedProspectNameMissing), name, Admission.NameLimit),
            .. ProspectInputs.Of(turn.Reader, details),
        ],
        [CardPart.Button(turn.Reader, Sentence.ButtonProspectAdd, ProspectVerbs.Add), ProspectInputs.Dismiss(turn.Reader)]);
}

/// <summary>What forms about prospects ask alike.</summary>
internal static class ProspectInputs
{
    private const string Open = "none";

    /// <summary>Inputs for sector, note and the day to ask again.</summary>
    public static IEnumerable<InputElement> Of(Reader reader, ProspectDetails details) =>
    [
        new ChoiceSetInput
        {
            Id = ProspectVerbs.SectorField,
            Label = Messages.Get(reader, Sentence.InputSector),
            Choices = [new Choice(Messages.Get(reader, Sentence.ProspectSectorOpen), Open), .. Enum.GetValues<Sector>().Select(sector => new Choice(SectorWords.Name(reader, sector), sector.ToString()))],
            Value = details.Sector?.ToString() ?? Open,
        },
        InputPart.Text(reader, ProspectVerbs.NoteField, Sentence.InputProspectNote, details.Note, ProspectDetails.NoteLimit) with { IsMultiline = true },
        InputPart.Day(reader, ProspectVerbs.FollowUpField, Sentence.InputFollowUp, details.FollowUp),
    ];

    /// <summary>What was filled in. Anybody can make it up.</summary>
    public static ProspectDetails In(CardForm form) => new(
        Enum.TryParse<Sector>(form[ProspectVerbs.SectorField], out var sector) && sector.ToString() == form[ProspectVerbs.SectorField] ? sector : null,
        form[ProspectVerbs.NoteField],
        TermDay.In(form[ProspectVerbs.FollowUpField]));

    /// <summary>Leaves everything as it is.</summary>
    public static ExecuteAction Dismiss(Reader reader) => CardPart.Button(reader, Sentence.ButtonDismiss, ProspectVerbs.Dismiss) with { AssociatedInputs = AssociatedInputs.None };
}
