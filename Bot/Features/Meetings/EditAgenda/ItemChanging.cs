using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Agendas;
using Bot.Domain.Meetings;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Meetings.EditAgenda;

/// <summary>What came of a change somebody wanted.</summary>
internal abstract record ItemChanged
{
    private ItemChanged()
    {
    }

    /// <summary>Done; the card shows it.</summary>
    public sealed record Done(AdaptiveCard Card) : ItemChanged;

    /// <summary>The card asks first; nothing was done.</summary>
    public sealed record Asked(AdaptiveCard Card) : ItemChanged;

    /// <summary>Nothing was done.</summary>
    public sealed record Refused(Refusal Why) : ItemChanged;
}

/// <summary>From a change somebody wants, typed or pressed, to the card that shows what came of it. What has effect beyond the agenda is asked about first.</summary>
internal sealed class ItemChanging(ChangeItemHandler handler, AgendaPreparation preparation)
{
    /// <summary>Does what a typed line says about a meeting's agenda.</summary>
    public async Task<ItemChanged> TypedAsync(Turn turn, Meeting meeting, ItemWords words, CancellationToken cancellationToken)
    {
        var agenda = (await preparation.PreparedAsync(turn.Network, meeting, cancellationToken)).Agenda;
        return agenda.At(words.Place) is { } item && words.On(agenda, item) is { } change
            ? await ChangeAsync(turn, agenda, item.Number, change, isConfirmed: false, cancellationToken)
            : new ItemChanged.Refused(new Refusal(agenda.LeadsWithUrgency && words.Place == 1 ? RefusalCode.UrgencyStaysFirst : RefusalCode.ItemUnknown));
    }

    /// <summary>Does what a button says.</summary>
    public async Task<ItemChanged> PressedAsync(
        Turn turn, Meeting meeting, int number, ItemChange change, bool isConfirmed, CancellationToken cancellationToken) =>
        await ChangeAsync(turn, (await preparation.PreparedAsync(turn.Network, meeting, cancellationToken)).Agenda, number, change, isConfirmed, cancellationToken);

    /// <summary>The agenda with what the sender may change about it; in a conversation, and for who may not arrange it, the meeting's card.</summary>
    /// <param name="turn">Who sees it, and where.</param>
    /// <param name="agenda">The agenda.</param>
    /// <param name="lead">A sentence above; null for none. Markdown.</param>
    /// <param name="page">Which part of it.</param>
    public static AdaptiveCard Draw(Turn turn, Agenda agenda, string? lead, PageRequest page) =>
        turn is { IsPersonal: true, Sender: { } sender } && (agenda.MayArrange(turn.Network, sender.Id) || agenda.Items.Any(item => item.ProposedBy == sender.Id))
            ? EditAgendaCard.Render(turn, agenda, lead, page)
            : MeetingCard.Render(turn.Reader, turn.Network, agenda, turn.Now, lead, page, turn.IsPersonal) with { Refresh = MeetingRefresh.Sender(turn, agenda.Meeting.Id) };

    private async Task<ItemChanged> ChangeAsync(
        Turn turn, Agenda agenda, int number, ItemChange change, bool isConfirmed, CancellationToken cancellationToken)
    {
        if (!isConfirmed && ChangeCode.NeedsConfirmation(change) && turn.Sender is { } sender && agenda.Find(number) is { } asked)
        {
            return agenda.Change(turn.Network, sender.Id, number, change, turn.Now) is Outcome<Agenda>.Refused(var why)
                ? new ItemChanged.Refused(why)
                : new ItemChanged.Asked(ConfirmChangeCard.Render(turn, agenda, asked, change));
        }

        switch (await handler.HandleAsync(turn, agenda.Meeting, number, change, cancellationToken))
        {
            case Outcome<(Agenda Agenda, Meeting? There)>.Done((var after, var there)):
                var page = new PageRequest { Key = number.ToString(CultureInfo.InvariantCulture), Place = int.Max(agenda.PlaceOf(agenda.Items.FirstOrDefault(item => item.Number == number) ?? agenda.Items[0]) - 1, 0) };
                return new ItemChanged.Done(Draw(turn, after, Said(turn, agenda, after, number, change, there), page));
            case Outcome<(Agenda Agenda, Meeting? There)>.Refused(var why):
                return new ItemChanged.Refused(why);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>What was done, in one sentence; confidential items are not named in it, because notifications show it.</summary>
    private static string? Said(Turn turn, Agenda before, Agenda after, int number, ItemChange change, Meeting? there)
    {
        var (reader, network) = (turn.Reader, turn.Network);
        if ((after.Find(number) ?? before.Find(number)) is not { } item)
        {
            return null;
        }

        var name = AgendaLine.Name(reader, network, item);
        return change switch
        {
            ItemChange.Withdraw => Messages.Get(reader, Sentence.ItemWithdrawn, name),
            ItemChange.Beside or ItemChange.ToEdge => Messages.Get(reader, Sentence.ItemMoved, name, after.PlaceOf(item)),
            ItemChange.TakeUp(var isTaken) => Messages.Get(reader, isTaken ? Sentence.ItemTakenUp : Sentence.ItemNotTakenUp, name),
            ItemChange.Refer(var to) when there is not null => Messages.Get(reader, Sentence.ItemReferred, name, CommitteeName(turn, to), there.Day),
            ItemChange.Refer(var to) => Messages.Get(reader, Sentence.ItemReferredLater, name, CommitteeName(turn, to)),
            _ => Messages.Get(reader, Sentence.ItemChanged, after.PlaceOf(item), name),
        };
    }

    private static string CommitteeName(Turn turn, Domain.Committees.CommitteeId committee) =>
        CardText.Escape(turn.Network.Committee(committee)?.Name ?? committee.Value, LineBreaks.Collapse);
}
