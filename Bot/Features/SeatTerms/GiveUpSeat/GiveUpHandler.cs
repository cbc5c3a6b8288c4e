using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Elections;
using Bot.Platform.Cards;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.SeatTerms.GiveUpSeat;

/// <summary>Gives a seat up: decide with the network as it is, foresee who is told and who moves up, change the network. Whoever comes second decides again.</summary>
internal sealed class GiveUpHandler(NetworkStore networks, ElectionStore elections, DueTable due)
{
    private const int Attempts = 5;

    /// <summary>The preview, or the form with what is asked back, or a sentence where nothing is to be done.</summary>
    public async Task<AdaptiveCard> DrawAsync(Turn turn, GiveUpFields fields, CancellationToken cancellationToken) => GiveUpPlan.Of(turn, fields) switch
    {
        GiveUpPlan.Ready ready => GiveUpCards.Preview(turn, ready, await SourceAsync(turn, ready.Seat, cancellationToken)),
        GiveUpPlan.Asked asked => GiveUpCards.Form(turn, fields, asked.Question),
        GiveUpPlan.Settled settled => SentenceCard.Of(turn.Reader, settled.Said),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Gives it up. Confirming the same preview twice does it once.</summary>
    public async Task<CardReply> HandleAsync(Turn turn, GiveUpFields fields, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (GiveUpPlan.Of(turn, fields) is not GiveUpPlan.Ready ready)
            {
                return new CardReply.Replace(await DrawAsync(turn, fields, cancellationToken)) { Settled = GiveUpPlan.Of(turn, fields) is GiveUpPlan.Settled ? CommandTable.GiveUpSeat.Name : null };
            }

            if (await TryStoreAsync(turn, ready, cancellationToken))
            {
                return new CardReply.Replace(SentenceCard.Of(turn.Reader, GiveUpCards.Done(turn.Reader, ready.Person, ready.Committee, ready.LastDay))) { Settled = CommandTable.GiveUpSeat.Name };
            }

            if (await networks.FindAsync(turn.Network.Id, cancellationToken) is { } fresh)
            {
                turn = turn.In(fresh);
            }
        }

        return new CardReply.Say(Messages.For(turn.Reader, new Refusal(RefusalCode.ChangedMeanwhile)));
    }

    /// <summary>Whoever dies between the two leaves looks that find whether the change counts.</summary>
    private async Task<bool> TryStoreAsync(Turn turn, GiveUpPlan.Ready plan, CancellationToken cancellationToken)
    {
        var foreseen = await due.ForeseeAsync(Subjects.Due(turn.Network.Id, Subjects.Seats, plan.Committee.Id.Value), [], cancellationToken);
        if (await SourceAsync(turn, plan.Seat, cancellationToken) is { } source)
        {
            var vacant = plan.LastDay.PlusDays(1).AtStartOfDayInZone(turn.Network.Zone).ToDateTimeOffset();
            await due.AddAsync(Subjects.Due(turn.Network.Id, Subjects.Election, source.Id.Value), [vacant], cancellationToken);
        }

        var change = new NetworkChange { By = turn.Sender!.Id, At = turn.Now, Terms = new Dictionary<Seat, SeatTerm> { [plan.Seat] = plan.Term } };
        if (!await networks.TryChangeAsync(turn.Snapshot, change, cancellationToken))
        {
            return false;
        }

        await due.LookNowAsync(foreseen, cancellationToken);
        return true;
    }

    private async Task<Election?> SourceAsync(Turn turn, Seat seat, CancellationToken cancellationToken) => HeldSeat.SourceOf(seat, await elections.AllAsync(turn.Network.Id, cancellationToken));
}
