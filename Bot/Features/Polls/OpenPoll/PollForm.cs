using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Polls;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Polls.OpenPoll;

/// <summary>The one form of a poll, filled in with what was understood and saying what was not.</summary>
internal static class PollForm
{
    private const int MostChoices = 50;

    private const int OptionsLimit = 1000;

    /// <summary>Bytes for the committees to choose from: question and options may take most of the card.</summary>
    private const int CommitteesBudget = 6 * 1024;

    /// <summary>Draws the form.</summary>
    /// <param name="turn">Who sees it.</param>
    /// <param name="scope">What they may open.</param>
    /// <param name="draft">What is known so far.</param>
    /// <param name="objection">Why the last try was refused; null for none. Markdown.</param>
    /// <param name="page">Which part of a long list of committees; null for its beginning.</param>
    public static AdaptiveCard Render(Turn turn, PollScope scope, PollDraft draft, string? objection = null, PageRequest? page = null)
    {
        var reader = turn.Reader;
        var committees = Paging.Cut(
            scope.Committees, committee => committee.Id.Value, committee => CardSize.Of(committee.Name, committee.Id.Value), MostChoices, page ?? PageRequest.First, CommitteesBudget);
        var heading = Messages.Get(reader, Sentence.PollFormHeading);
        IReadOnlyList<string> questions = [.. Questions(reader, draft, objection)];
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = string.Join(' ', [heading, .. questions.DefaultIfEmpty(Messages.Get(reader, Sentence.InputPollQuestion))]),
            Body =
            [
                CardPart.Heading(heading),
                .. questions.Select(CardPart.Text),
                .. AppointmentQuestions.Answers(reader, draft.Problems, PollVerbs.Preview, draft.Form?.Data ?? []),
                InputPart.Committee(reader, scope.Committees, draft.Committee, committees),
                .. Paging.Line(reader, committees, typed: null),
                .. Paging.Row(reader, committees, PollVerbs.Edit),
                KindInput(reader, draft),
                InputPart.Required(reader, "question", (Sentence.InputPollQuestion, Sentence.InputPollQuestion), draft.Question, PollProposal.QuestionLimit),
                InputPart.Required(reader, "options", (Sentence.InputPollOptions, Sentence.InputPollOptions), Options(reader, draft), OptionsLimit) with { IsMultiline = true },
                new ToggleInput
                {
                    Id = "anonymous",
                    Label = Messages.Get(reader, Sentence.InputPollAnonymous),
                    Title = Messages.Get(reader, Sentence.PollAnonymousTitle),
                    Value = draft.IsAnonymous ? "true" : "false",
                },
                InputPart.Day(reader, "day", Sentence.InputPollDay, draft.Day),
                InputPart.Time(reader, "time", Sentence.InputPollTime, draft.Time ?? AppointmentQuestions.EveningOf(draft.Problems)),
            ],
            Actions = [CardPart.Button(reader, Sentence.ButtonPreview, PollVerbs.Preview, draft.Form?.Data ?? [])],
        };
    }

    /// <summary>Dates that were understood, in words the bot reads back as the same.</summary>
    private static string Options(Reader reader, PollDraft draft) => string.Join(
        "; ", draft.Options.Select(option => draft.Kind == PollKind.Dates && PollDates.Read(option) is { } date ? Appointments.Moment(reader, date) : option));

    private static IEnumerable<string> Questions(Reader reader, PollDraft draft, string? objection)
    {
        if (objection is not null)
        {
            yield return objection;
        }

        foreach (var problem in draft.Problems)
        {
            yield return Messages.Get(reader, Sentence.PollEndDoubtful, AppointmentQuestions.Ask(reader, problem));
        }

        if (draft.Committee is null)
        {
            yield return Messages.Get(reader, Sentence.PollAskCommittee);
        }
    }

    private static ChoiceSetInput KindInput(Reader reader, PollDraft draft) => new()
    {
        Id = "kind",
        Label = Messages.Get(reader, Sentence.InputPollKind),
        IsRequired = true,
        ErrorMessage = Messages.Get(reader, Sentence.InputPollKind),
        Choices = [.. Enum.GetValues<PollKind>().Select(kind => new Choice(Messages.Get(reader, Enum.Parse<Sentence>("PollKind" + kind)), kind.ToString()))],
        Value = draft.Kind.ToString(),
    };
}
