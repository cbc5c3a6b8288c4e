using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Meetings.CallMeeting;

/// <summary>The one form of a meeting, filled in with what was understood and saying what was not.</summary>
internal static class MeetingForm
{
    private const int MostChoices = 50;

    /// <summary>Draws the form.</summary>
    /// <param name="reader">Whose language.</param>
    /// <param name="network">The network as it is now.</param>
    /// <param name="draft">What is known so far.</param>
    /// <param name="objection">Why the last try was refused; null for none. Markdown.</param>
    /// <param name="page">Which part of a long list of committees; null for its beginning.</param>
    public static AdaptiveCard Render(Reader reader, Network network, MeetingDraft draft, string? objection = null, PageRequest? page = null)
    {
        var committees = Committees(network, page ?? PageRequest.First);
        var heading = Messages.Get(reader, Sentence.MeetingFormHeading);
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = string.Join(' ', Questions(reader, draft, objection).Prepend(heading)),
            Body =
            [
                CardPart.Heading(heading),
                .. Questions(reader, draft, objection).Select(CardPart.Text),
                InputPart.Committee(reader, network.Committees, draft.Committee, committees),
                .. Paging.Line(reader, committees, typed: null),
                .. Paging.Row(reader, committees, MeetingVerbs.Edit),
                InputPart.Day(reader, "day", Sentence.InputDay, draft.Day) with { IsRequired = true, ErrorMessage = Messages.Get(reader, Sentence.InputDayMissing) },
                InputPart.Time(reader, "start", Sentence.InputStart, draft.Start ?? UsualStart(network, draft)) with
                {
                    IsRequired = true, ErrorMessage = Messages.Get(reader, Sentence.InputStartMissing),
                },
                InputPart.Text(reader, "place", Sentence.InputPlace, draft.Place.Length > 0 ? draft.Place : UsualPlace(network, draft), MeetingProposal.TextLimit),
                InputPart.Text(reader, "topic", Sentence.InputTopic, draft.Topic, MeetingProposal.TextLimit),
                InputPart.Text(reader, "reason", Sentence.InputReason, draft.Reason, MeetingProposal.TextLimit),
            ],
            Actions = [CardPart.Button(reader, Sentence.ButtonPreview, MeetingVerbs.Preview, draft.Form?.Data ?? [])],
        };
    }

    private static IEnumerable<string> Questions(Reader reader, MeetingDraft draft, string? objection)
    {
        if (objection is not null)
        {
            yield return objection;
        }

        foreach (var problem in draft.Problems)
        {
            yield return AppointmentQuestions.Ask(reader, problem);
        }

        if (draft.Committee is null)
        {
            yield return Messages.Get(reader, Sentence.AskCommittee);
        }

        if (draft.Day is null && draft.Problems.Count == 0)
        {
            yield return Messages.Get(reader, Sentence.AskDay);
        }

        if (draft.Start is null && draft.Problems.Count == 0)
        {
            yield return Messages.Get(reader, Sentence.AskStart);
        }
    }

    private static Page<Committee> Committees(Network network, PageRequest page) => Paging.Cut(
        network.Committees, committee => committee.Id.Value, committee => CardSize.Of(committee.Name, committee.Id.Value), MostChoices, page);

    private static NodaTime.LocalTime? UsualStart(Network network, MeetingDraft draft) =>
        draft.Problems.Count == 0 && draft.Committee is { } committee ? network.Committee(committee)?.Rules.UsualStart : null;

    private static string UsualPlace(Network network, MeetingDraft draft) =>
        draft.Committee is { } committee ? network.Committee(committee)?.Rules.UsualPlace ?? string.Empty : string.Empty;
}
