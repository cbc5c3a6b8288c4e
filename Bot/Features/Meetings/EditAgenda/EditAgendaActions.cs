using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Agendas;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Meetings.EditAgenda;

/// <summary>Shows the agenda with what can be changed; also a further page of it.</summary>
internal sealed class EditAgendaAction(AgendaMeetings finder, AgendaPreparation preparation) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => MeetingVerbs.EditAgenda;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) =>
        await finder.FindAsync(turn, form.Id("meeting"), cancellationToken) is { } meeting
            ? new CardReply.Replace(ItemChanging.Draw(turn, (await preparation.PreparedAsync(turn.Network, meeting, cancellationToken)).Agenda, null, PageRequest.Read(form) ?? PageRequest.First))
            : ItemReply.NotFound(turn);
}

/// <summary>[Ändern] at an item: shows its form.</summary>
internal sealed class EditItemAction(AgendaMeetings finder, AgendaPreparation preparation) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => MeetingVerbs.EditItem;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        if (!turn.IsPersonal || await finder.FindAsync(turn, form.Id("meeting"), cancellationToken) is not { } meeting)
        {
            return ItemReply.NotFound(turn);
        }

        var agenda = (await preparation.PreparedAsync(turn.Network, meeting, cancellationToken)).Agenda;
        return agenda.Find(form.Number("item") ?? 0) is { } item
            ? new CardReply.Replace(EditItemCard.Render(turn, agenda, item))
            : new CardReply.Say(RefusalText.Plain(turn, new Refusal(RefusalCode.ItemUnknown)));
    }
}

/// <summary>[Speichern] below an item's form: title, length and presenter.</summary>
internal sealed class SaveItemAction(AgendaMeetings finder, ItemChanging changing, AgendaPreparation preparation) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => MeetingVerbs.SaveItem;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        if (await finder.FindAsync(turn, form.Id("meeting"), cancellationToken) is not { } meeting)
        {
            return ItemReply.NotFound(turn);
        }

        var number = form.Number("item") ?? 0;
        var change = new ItemChange.Details(form["title"], form.Number("minutes"), form["presenter"]);
        var came = await changing.PressedAsync(turn, meeting, number, change, isConfirmed: true, cancellationToken);
        if (turn.IsPersonal && came is ItemChanged.Refused { Why: { Code: RefusalCode.TitleMissing or RefusalCode.TextTooLong or RefusalCode.MinutesOutOfRange or RefusalCode.ItemStandsAlready } why }
            && (await preparation.PreparedAsync(turn.Network, meeting, cancellationToken)).Agenda is var agenda && agenda.Find(number) is { } item)
        {
            return new CardReply.Replace(EditItemCard.Render(turn, agenda, item, RefusalText.Markdown(turn, why)));
        }

        return ItemReply.Of(turn, came, meeting.Id.Value);
    }
}

/// <summary>A button that changes one thing about an item, or confirms that.</summary>
internal sealed class ChangeItemAction(AgendaMeetings finder, ItemChanging changing) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => MeetingVerbs.ChangeItem;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        if (await finder.FindAsync(turn, form.Id("meeting"), cancellationToken) is not { } meeting)
        {
            return ItemReply.NotFound(turn);
        }

        // The committee an item is passed on to is chosen on the card, beside the button.
        var code = form["change"] == "refer" ? "refer:" + form.Id("to") : form["change"];
        if (ChangeCode.Read(code) is not { } change)
        {
            return new CardReply.Say(Messages.Get(turn.Reader, form["change"] == "refer" ? Sentence.InputReferToMissing : Sentence.ButtonMalformed));
        }

        var came = await changing.PressedAsync(turn, meeting, form.Number("item") ?? 0, change, form["confirmed"] == "true", cancellationToken);
        return ItemReply.Of(turn, came, meeting.Id.Value);
    }
}

/// <summary>The choice of an agenda for what was typed.</summary>
internal sealed class ChangeTypedAction(AgendaMeetings finder, ItemChanging changing) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => MeetingVerbs.ChangeTyped;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        if (await finder.FindAsync(turn, form.Id("meeting"), cancellationToken) is not { } meeting)
        {
            return ItemReply.NotFound(turn);
        }

        if (ItemWords.Read(turn.Network, new CommandText(form["line"])) is not { } words)
        {
            return new CardReply.Say(Messages.Get(turn.Reader, Sentence.ButtonMalformed));
        }

        var came = await changing.TypedAsync(turn, meeting, words, cancellationToken);
        return ItemReply.Of(turn, came, meeting.Id.Value);
    }
}

/// <summary>What a pressed button about an item is answered with.</summary>
internal static class ItemReply
{
    /// <summary>For whoever may not read the agenda here, or when it is not there: the same.</summary>
    public static CardReply NotFound(Turn turn) => new CardReply.Say(Messages.Get(turn.Reader, Sentence.RefusedMeetingNotFound));

    /// <summary>The card that came of it, or why there is none.</summary>
    public static CardReply Of(Turn turn, ItemChanged came, string settled) => came switch
    {
        ItemChanged.Done(var card) => new CardReply.Replace(card) { Settled = settled },
        ItemChanged.Asked(var card) => new CardReply.Replace(card),
        ItemChanged.Refused(var why) => new CardReply.Say(RefusalText.Plain(turn, why)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
