using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Sessions.NoteEntry;

/// <summary>Asks on one card what is not clear about a task: the day, and who is to do it.</summary>
internal static class TaskQuestion
{
    private const int Most = 5, LongestName = 32, LongestText = 200;

    /// <summary>Each button carries the whole task; of a long one there is room for fewer, and who is missing is typed.</summary>
    private const int Budget = 14 * 1024;

    /// <summary>Draws it. The day is asked first; who is asked with the answer to it, unless only that is open.</summary>
    /// <param name="turn">Who is asked.</param>
    /// <param name="draft">The task as far as it was understood.</param>
    /// <param name="people">Those who may be meant.</param>
    public static AdaptiveCard Render(Turn turn, TaskDraft draft, IReadOnlyList<Person> people)
    {
        var heading = Messages.Get(turn.Reader, Sentence.TaskQuestion, CardText.Escape(ShortText.Abbreviate(draft.Text, LongestText), LineBreaks.Collapse));
        return new AdaptiveCard
        {
            Lang = turn.Reader.Language,
            FallbackText = heading,
            Body =
            [
                CardPart.Text(heading),
                .. draft.Problems.Count > 0 ? Days(turn, draft) : People(turn, draft, people),
            ],
        };
    }

    private static IEnumerable<CardElement> Days(Turn turn, TaskDraft draft)
    {
        foreach (var problem in draft.Problems)
        {
            yield return CardPart.Text(AppointmentQuestions.Ask(turn.Reader, problem));
        }

        foreach (var element in AppointmentQuestions.Answers(turn.Reader, draft.Problems, SessionVerbs.Assign, [.. draft.Data, .. turn.Form.Data]))
        {
            yield return element;
        }

        foreach (var row in CardPart.Rows([CardPart.Button(turn.Reader, Sentence.ButtonTaskWithoutDay, SessionVerbs.Assign, [.. (draft with { Due = null }).Data, .. turn.Form.Data])]))
        {
            yield return row;
        }
    }

    private static IEnumerable<CardElement> People(Turn turn, TaskDraft draft, IReadOnlyList<Person> people)
    {
        yield return CardPart.Text(Messages.Get(turn.Reader, Sentence.TaskWho, CardText.Escape(draft.Name, LineBreaks.Collapse)));
        var left = Budget;
        foreach (var person in people.Take(Most))
        {
            var button = CardPart.Button(turn.Reader, Sentence.ButtonTaskInWords, SessionVerbs.Assign, [.. (draft with { Person = person.Id }).Data, .. turn.Form.Data]);
            var row = new ActionSet { Actions = [button with { Title = ShortText.Abbreviate(person.Name, LongestName) }] };
            left -= CardSize.Of(row);
            if (left < 0)
            {
                break;
            }

            yield return row;
        }

        yield return new ActionSet
        {
            Actions = [CardPart.Button(turn.Reader, Sentence.ButtonTaskInWords, SessionVerbs.Assign, [.. (draft with { IsInWords = true }).Data, .. turn.Form.Data])],
        };
    }
}
