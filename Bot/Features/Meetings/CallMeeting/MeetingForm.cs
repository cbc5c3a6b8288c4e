using System.Collections.Generic;
using System.Collections.Immutable;
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

    private const int MostNamed = 3;

    /// <summary>UTF-16 units; a longer title is cut on a telephone.</summary>
    private const int LongestButton = 30;

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
            FallbackText = string.Join(' ', Questions(reader, network, draft, objection).Prepend(heading)),
            Body =
            [
                CardPart.Heading(heading),
                .. Questions(reader, network, draft, objection).Select(CardPart.Text),
                .. AppointmentQuestions.Answers(reader, draft.Problems, draft.Verbs.Preview, [.. draft.ToFormData(), .. draft.LengthData]),
                .. CommitteeAnswers(network, draft),
                InputPart.Committee(reader, network.Committees, draft.Committee, committees) with { IsRequired = draft.Named.Count == 0 },
                .. Paging.Line(reader, committees, typed: null),
                .. Paging.Row(reader, committees, draft.Verbs.Edit, draft.FollowsUp is null ? [] : draft.ToFormData()),
                InputPart.Day(reader, "day", Sentence.InputDay, draft.Day) with
                {
                    IsRequired = !AppointmentQuestions.OffersDay(draft.Problems), ErrorMessage = Messages.Get(reader, Sentence.InputDayMissing),
                },
                InputPart.Time(reader, "start", Sentence.InputStart, draft.Start ?? AppointmentQuestions.EveningOf(draft.Problems) ?? UsualStart(network, draft)) with
                {
                    IsRequired = !AppointmentQuestions.OffersTime(draft.Problems), ErrorMessage = Messages.Get(reader, Sentence.InputStartMissing),
                },
                InputPart.Time(reader, "end", Sentence.InputEnd, draft.End ?? draft.EndAfter(AppointmentQuestions.EveningOf(draft.Problems))),
                InputPart.Text(reader, "place", Sentence.InputPlace, draft.Place.Length > 0 ? draft.Place : UsualPlace(network, draft), MeetingProposal.TextLimit),
                InputPart.Text(reader, "topic", Sentence.InputTopic, draft.Topic, MeetingProposal.TextLimit),
                InputPart.Text(reader, "reason", Sentence.InputReason, draft.Reason, MeetingProposal.TextLimit),
            ],
            Actions = [CardPart.Button(reader, Sentence.ButtonPreview, draft.Verbs.Preview, draft.ToFormData())],
        };
    }

    /// <summary>A button for each committee named, when there are several that fit; otherwise the list below is left to choose from.</summary>
    private static IEnumerable<CardElement> CommitteeAnswers(Network network, MeetingDraft draft)
    {
        var named = draft.Named.Select(network.Committee).OfType<Committee>().ToList();
        return named.Count > MostNamed || named.Any(committee => committee.Name.Length > LongestButton) ? [] : CardPart.Rows(named.Select(committee => new ExecuteAction
        {
            Title = committee.Name,
            Verb = draft.Verbs.Preview,
            Data = draft.ToFormData().Append((Name: MeetingDraft.PickedCommittee, committee.Id.Value)).ToImmutableDictionary(datum => datum.Name, datum => datum.Value),
        }));
    }

    private static IEnumerable<string> Questions(Reader reader, Network network, MeetingDraft draft, string? objection)
    {
        if (objection is not null)
        {
            yield return objection;
        }

        foreach (var problem in draft.Problems)
        {
            yield return AppointmentQuestions.Ask(reader, problem);
        }

        if (draft.Named.Count > 0)
        {
            var names = draft.Named.Select(id => network.Committee(id)?.Name).OfType<string>();
            yield return Messages.Get(reader, Sentence.AskOneCommittee, CardText.Escape(string.Join(", ", names), LineBreaks.Collapse));
        }
        else if (draft.Committee is null)
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
