using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Elections;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Elections.CallElection;

/// <summary>The form for an election, filled in with what was understood.</summary>
internal static class ElectionForm
{
    private const int MostCommittees = 30;

    /// <summary>Draws the form.</summary>
    /// <param name="reader">Whose language.</param>
    /// <param name="network">The network as it is now.</param>
    /// <param name="draft">What is known.</param>
    /// <param name="lead">What is wrong with it; null for the usual sentence. Markdown.</param>
    public static AdaptiveCard Render(Reader reader, Network network, ElectionDraft draft, string? lead = null)
    {
        var said = lead ?? Messages.Get(reader, Sentence.ElectionFormLead);
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = string.Join(' ', draft.Problems.Select(problem => AppointmentQuestions.Ask(reader, problem)).Prepend(said)) + " " + Messages.Get(reader, Sentence.CommandElectionExample),
            Body =
            [
                CardPart.Heading(Messages.Get(reader, Sentence.ElectionFormHeading)),
                CardPart.Text(said),
                .. draft.Problems.Select(problem => CardPart.Text(AppointmentQuestions.Ask(reader, problem))),
                Choices(reader, "body", Sentence.InputElectionBody, draft.Body?.Value, Bodies(network, draft)),
                new NumberInput { Id = "seats", Label = Messages.Get(reader, Sentence.InputSeats), Min = 1, Max = Election.MostSeats, Value = draft.Seats },
                Choices(reader, "kind", Sentence.InputElectionKind, draft.IsByElection ? "by" : "all",
                    [new Choice(Messages.Get(reader, Sentence.ElectionOfAllSeats), "all"), new Choice(Messages.Get(reader, Sentence.ElectionOfFreeSeats), "by")]),
                Choices(reader, "method", Sentence.FactMethod, draft.Method.ToString(), Methods(reader, network)),
                new DateInput { Id = "nominateDay", Label = Messages.Get(reader, Sentence.InputNominateDay), Value = OrNull(ElectionDraft.Day(draft.NominateUntil)) },
                new TimeInput { Id = "nominateTime", Label = Messages.Get(reader, Sentence.InputUntilTime), Value = OrNull(ElectionDraft.Time(draft.NominateUntil)) ?? "18:00" },
                new DateInput { Id = "voteDay", Label = Messages.Get(reader, Sentence.InputVoteDay), Value = OrNull(ElectionDraft.Day(draft.VoteUntil)) },
                new TimeInput { Id = "voteTime", Label = Messages.Get(reader, Sentence.InputUntilTime), Value = OrNull(ElectionDraft.Time(draft.VoteUntil)) ?? "18:00" },
                new DateInput { Id = "termDay", Label = Messages.Get(reader, Sentence.InputTermDay), Value = draft.TermFrom is { } term ? NodaTime.Text.LocalDatePattern.Iso.Format(term) : null },
            ],
            Actions =
            [
                CardPart.Button(reader, Sentence.ButtonPreview, ElectionVerbs.Preview, draft.Form?.Data ?? []),
                CardPart.Button(reader, Sentence.ButtonDismiss, ElectionVerbs.Dismiss, draft.Form?.Data ?? []) with { AssociatedInputs = AssociatedInputs.None },
            ],
        };
    }

    /// <summary>The ways the rules allow.</summary>
    private static List<Choice> Methods(Reader reader, Network network)
    {
        var rule = network.GeneralAssembly?.Rules.Elections ?? ElectionRule.Default;
        return [.. Enum.GetValues<ElectionMethod>().Where(rule.Allows).Select(method => new Choice(ElectionWords.Method(reader, method), method.ToString()))];
    }

    private static List<Choice> Bodies(Network network, ElectionDraft draft) =>
    [
        .. network.Committees.Where(committee => committee is { Kind: not CommitteeKind.GeneralAssembly, IsSecluded: false }).OrderByDescending(committee => committee.Id == draft.Body)
            .ThenByDescending(committee => committee.Kind == CommitteeKind.AdvisoryBoard).Take(MostCommittees).Select(committee => new Choice(ShortText.Abbreviate(committee.Name, 40), committee.Id.Value)),
    ];

    private static ChoiceSetInput Choices(Reader reader, string id, Sentence label, string? value, IReadOnlyList<Choice> choices) => new()
    {
        Id = id, Label = Messages.Get(reader, label), Choices = choices, Style = ChoiceSetStyle.Compact, Value = value,
    };

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
