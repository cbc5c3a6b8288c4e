using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Domain.MemberLists;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.MemberLists.PreviewList;

/// <summary>What taking a list would do, before anything is done. Names at most some of each kind; a file has them all.</summary>
internal static class PreviewCard
{
    /// <summary>What the inputs of questions are called, before the row's number.</summary>
    public const string AnswerPrefix = "row-";

    private const int MostFaults = 8, MostNamed = 5, MostAsked = 4;

    /// <summary>Draws it.</summary>
    /// <param name="reader">Whose language.</param>
    /// <param name="view">The list beside the network.</param>
    /// <param name="note">Said above everything else, such as that something has changed; null for nothing. Markdown.</param>
    public static AdaptiveCard Render(Reader reader, ListView view, string? note = null)
    {
        var plan = view.Plan;
        var counts = Messages.Get(reader, Sentence.ImportCounts, plan.New.Count, plan.Changed.Count, plan.Unchanged, plan.Faults.Select(fault => fault.Row).Distinct().Count());
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = counts,
            Body =
            [
                .. note is null ? [] : new CardElement[] { CardPart.Text(note) },
                CardPart.Heading(Messages.Get(reader, Sentence.ImportHeading)),
                CardPart.Text(counts),
                .. Faults(reader, plan),
                .. Questions(reader, plan),
                .. Named(reader, view),
                .. Hints(reader, view).Select(CardPart.Subtle),
                .. CardPart.Rows(Buttons(reader, view)),
            ],
        };
    }

    private static IEnumerable<CardElement> Faults(Reader reader, ListPlan plan)
    {
        if (plan.Faults.Count > 0)
        {
            yield return CardPart.Section(Messages.Get(reader, Sentence.ImportFaults));
            yield return CardPart.List(Lines(
                reader, plan.Faults, MostFaults, fault => Messages.Get(reader, Sentence.ImportFaultLine, fault.Row, ListWords.Column(reader, fault.Place), ListWords.Fault(reader, fault))));
            yield return CardPart.Text(Messages.Get(reader, Sentence.ImportFaultsStop));
        }
    }

    private static IEnumerable<CardElement> Questions(Reader reader, ListPlan plan)
    {
        if (plan.Questions.Count > 0)
        {
            yield return CardPart.Section(Messages.Get(reader, Sentence.ImportQuestions));
            yield return CardPart.Text(Messages.Get(reader, Sentence.ImportQuestionsStop));
            foreach (var question in plan.Questions.Take(MostAsked))
            {
                yield return new ChoiceSetInput
                {
                    Id = AnswerPrefix + ListWords.Number(question.Row),
                    Label = ListWords.Question(reader, question),
                    Choices =
                    [
                        .. question.Existing is null ? [] : new[] { new Choice(Messages.Get(reader, Sentence.ImportChoiceSame), nameof(ListAnswer.Same)) },
                        new Choice(Messages.Get(reader, Sentence.ImportChoiceOther), nameof(ListAnswer.Other)),
                        new Choice(Messages.Get(reader, Sentence.ImportChoiceLeftOut), nameof(ListAnswer.LeftOut)),
                    ],
                };
            }
        }
    }

    private static IEnumerable<CardElement> Named(Reader reader, ListView view)
    {
        if (view.Plan.New.Count > 0)
        {
            yield return CardPart.Section(Messages.Get(reader, Sentence.ImportNew));
            yield return CardPart.List(Lines(reader, view.Plan.New, MostNamed, added => added.Organization.Name));
            yield return CardPart.Subtle(Messages.Get(reader, Sentence.ImportNewHint));
        }

        if (view.Plan.Changed.Count > 0)
        {
            var nameOf = ListWords.NamesIn(view);
            yield return CardPart.Section(Messages.Get(reader, Sentence.ImportChanged));
            yield return CardPart.List(Lines(
                reader, view.Plan.Changed, MostNamed, change => ShortText.Abbreviate(change.Before.Name, ListWords.LongestQuote) + ": " + ListWords.Change(reader, change, nameOf)));
        }
    }

    private static IEnumerable<string> Hints(Reader reader, ListView view)
    {
        var plan = view.Plan;
        if (plan is { IsEmpty: true, Faults.Count: 0, Questions.Count: 0 })
        {
            yield return Messages.Get(reader, Sentence.ImportNothing);
        }

        if (plan.NewPeople.Count + plan.Mailed.Count > 0)
        {
            yield return Messages.Get(reader, Sentence.ImportPeople, plan.NewPeople.Count, plan.Mailed.Count);
        }

        if (plan.Several.Count > 0)
        {
            yield return Messages.Get(reader, Sentence.ImportSeveral, Escaped(string.Join(", ", plan.Several.Select(person => person.Name))));
        }

        if (plan.Absent.Count > 0)
        {
            yield return Messages.Get(reader, Sentence.ImportAbsent, plan.Absent.Count);
        }

        if (view.Content.Headings.Unknown.Count > 0)
        {
            yield return Messages.Get(reader, Sentence.ImportUnknownColumns, Escaped(string.Join(", ", view.Content.Headings.Unknown)));
        }

        yield return Messages.Get(reader, Sentence.ImportKept, (int)SentListStore.KeptFor.TotalHours);
    }

    private static IEnumerable<CardAction> Buttons(Reader reader, ListView view)
    {
        if (view.Plan.IsReady)
        {
            yield return CardPart.Button(reader, Sentence.ButtonImportTake, MemberListVerbs.Take, view.Data);
        }

        if (view.Plan.Questions.Count > 0)
        {
            yield return CardPart.Button(reader, Sentence.ButtonImportAnswer, MemberListVerbs.Answer, view.Data);
        }

        yield return CardPart.Button(reader, Sentence.ButtonImportReport, MemberListVerbs.Report, view.Data);
        yield return CardPart.Button(reader, Sentence.ButtonImportDrop, MemberListVerbs.Drop, view.Data);
    }

    private static IEnumerable<string> Lines<TItem>(Reader reader, IReadOnlyList<TItem> items, int most, Func<TItem, string> say)
    {
        foreach (var item in items.Take(most))
        {
            yield return Escaped(say(item));
        }

        if (items.Count > most)
        {
            yield return Messages.Get(reader, Sentence.ImportMore, items.Count - most);
        }
    }

    private static string Escaped(string text) => CardText.Escape(ShortText.Abbreviate(text, ListWords.LongestLine), LineBreaks.Collapse);
}
