using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Rights;
using Bot.Features.MemberLists.PreviewList;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;
using Microsoft.Extensions.Logging;

namespace Bot.Features.MemberLists.TakeList;

/// <summary>Takes a list, whole and once. What is taken is what was seen: when the network has changed so that the list would do something else, it is shown anew instead.</summary>
internal sealed partial class TakeListAction(SentLists sent, SentListStore lists, NetworkStore networks, ILogger<TakeListAction> logger) : ICardAction
{
    private const int Attempts = 5, MostNamed = 10;

    /// <inheritdoc/>
    public string Verb => MemberListVerbs.Take;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        var (reference, found, refusal) = await sent.FindAsync(turn, form, cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        for (var attempt = 0; attempt < Attempts && turn.May(Right.ImportList); attempt++)
        {
            var view = ListView.Of(turn.Network, found.Value, reference, turn.Now);
            if (!view.Plan.IsReady || view.Print != form[ListView.PrintField])
            {
                return new CardReply.Replace(PreviewCard.Render(turn.Reader, view, Messages.Get(turn.Reader, Sentence.ImportStale)));
            }

            if (await networks.TryChangeAsync(turn.Snapshot, view.Change(turn.Now), cancellationToken))
            {
                return await TakenAsync(turn, found, view, cancellationToken);
            }

            // Somebody has changed the network since it was read: perhaps so that the list does the same all the same.
            turn = turn.In(await networks.FindAsync(turn.Network.Id, cancellationToken) ?? turn.Whole);
        }

        return new CardReply.Say(Messages.Get(turn.Reader, Sentence.ImportPressAgain));
    }

    private async Task<CardReply> TakenAsync(Turn turn, Stored<SentList> found, ListView view, CancellationToken cancellationToken)
    {
        var taken = found.Value with { End = SentListEnd.Taken, Taken = (view.Plan.New.Count, view.Plan.Changed.Count) };
        LogTaken(turn.Network.Id, taken.SentBy, taken.Id, taken.Taken.New, taken.Taken.Changed);

        // When it was answered meanwhile, its rows go when its time is over; pressed again it has nothing left to do.
        await lists.TrySaveAsync(turn.Network.Id, new Stored<SentList>(taken, found.ETag), cancellationToken);
        var done = Messages.Get(turn.Reader, Sentence.ImportDone, taken.Taken.New, taken.Taken.Changed);
        return new CardReply.Replace(SentenceCard.Of(turn.Reader, string.Join("\n\n", [done, .. WithoutAccount(turn, view)]))) { Settled = taken.Id };
    }

    /// <summary>Who acts for one of these organizations and cannot be recognized yet.</summary>
    private static IEnumerable<string> WithoutAccount(Turn turn, ListView view)
    {
        var nameOf = ListWords.NamesIn(view);
        IEnumerable<MemberOrganization> touched = [.. view.Plan.New.Select(added => added.Organization), .. view.Plan.Changed.Select(change => change.After)];
        var waiting = touched.SelectMany(organization => organization.Representatives).Distinct().Where(person => !turn.Snapshot.Accounts.ContainsKey(person)).Select(nameOf).ToList();
        if (waiting.Count > 0)
        {
            var names = string.Join(", ", waiting.Take(MostNamed).Select(name => CardText.Escape(name, LineBreaks.Collapse)));
            yield return waiting.Count <= MostNamed
                ? Messages.Get(turn.Reader, Sentence.ImportNoAccount, names)
                : Messages.Get(turn.Reader, Sentence.ImportNoAccounts, names, waiting.Count - MostNamed);
        }
    }

    [LoggerMessage(3902, LogLevel.Information, "A list was taken in network {Network} by {Person}, list {List}: {New} organizations new, {Changed} changed.")]
    private partial void LogTaken(NetworkId network, PersonId person, string list, int @new, int changed);
}
