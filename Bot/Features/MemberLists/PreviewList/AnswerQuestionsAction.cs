using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.MemberLists;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.MemberLists.PreviewList;

/// <summary>Notes what somebody says to the questions on the card, and shows the list anew with it.</summary>
internal sealed class AnswerQuestionsAction(SentLists sent, SentListStore lists) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => MemberListVerbs.Answer;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        var (reference, found, refusal) = await sent.FindAsync(turn, form, cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        var answers = new Dictionary<int, ListAnswer>(found.Value.Answers);
        foreach (var question in ListView.Of(turn.Network, found.Value, reference, turn.Now).Plan.Questions)
        {
            if (Enum.TryParse<ListAnswer>(form[PreviewCard.AnswerPrefix + ListWords.Number(question.Row)], out var answer) && Enum.IsDefined(answer) && (answer != ListAnswer.Same || question.Existing is not null))
            {
                answers[question.Row] = answer;
            }
        }

        var answered = found.Value with { Answers = answers };
        return await lists.TrySaveAsync(turn.Network.Id, new Stored<SentList>(answered, found.ETag), cancellationToken)
            ? new CardReply.Replace(PreviewCard.Render(turn.Reader, ListView.Of(turn.Network, answered, reference, turn.Now)))
            : new CardReply.Say(Messages.Get(turn.Reader, Sentence.ImportPressAgain));
    }
}
