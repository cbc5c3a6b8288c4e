using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Rights;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Meetings.Reply;

/// <summary>[Ich komme].</summary>
internal sealed class AcceptAction(PressedReply pressed) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => MeetingVerbs.Accept;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => pressed.HandleAsync(turn, form, ReplyKind.Accepted, cancellationToken);
}

/// <summary>[Ich kann nicht].</summary>
internal sealed class RegretAction(PressedReply pressed) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => MeetingVerbs.Regret;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => pressed.HandleAsync(turn, form, ReplyKind.Regretted, cancellationToken);
}

/// <summary>[Vertretung schicken]: asks for the name below the card, where nothing writes over it.</summary>
internal sealed class AskSubstituteAction(PressedReply pressed) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => MeetingVerbs.AskSubstitute;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => pressed.AskAsync(turn, form, cancellationToken);
}

/// <summary>[Vertretung eintragen].</summary>
internal sealed class SendSubstituteAction(PressedReply pressed) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => MeetingVerbs.SendSubstitute;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => pressed.HandleAsync(turn, form, ReplyKind.Substituted, cancellationToken);
}

/// <summary>What comes of a pressed answer: the meeting's card with what was noted above it. On a card of before the meeting was moved it answers nothing, and the card
/// of the new date is shown instead.</summary>
internal sealed class PressedReply(MeetingStore meetings, AgendaStore agendas, ReplyHandler handler)
{
    /// <summary>Takes the answer.</summary>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, ReplyKind kind, CancellationToken cancellationToken)
    {
        if (await FindAsync(turn, form, cancellationToken) is not var (meeting, committee))
        {
            return NotFound(turn);
        }

        if (IsAboutAnotherDate(turn, form, meeting))
        {
            return await ShownAsync(turn, committee, meeting, Messages.Get(turn.Reader, Sentence.ReplyToOldDate), settled: null, cancellationToken);
        }

        return await handler.HandleAsync(turn, meeting, kind, form[ReplyPart.Substitute], cancellationToken) switch
        {
            Outcome<MeetingReply>.Done(var reply) => await ShownAsync(
                turn, committee, meeting, ReplyCard.Said(turn, committee, meeting, reply) + " " + Messages.Get(turn.Reader, Sentence.ReplyCanChange), meeting.Id.Value, cancellationToken),
            Outcome<MeetingReply>.Refused(var why) => new CardReply.Say(RefusalText.Plain(turn, why)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>Asks who comes instead of the sender.</summary>
    public async Task<CardReply> AskAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        if (await FindAsync(turn, form, cancellationToken) is not var (meeting, committee))
        {
            return NotFound(turn);
        }

        if (IsAboutAnotherDate(turn, form, meeting))
        {
            return await ShownAsync(turn, committee, meeting, Messages.Get(turn.Reader, Sentence.ReplyToOldDate), settled: null, cancellationToken);
        }

        return MeetingReply.Of(turn.Network, meeting, turn.Sender?.Id, ReplyKind.Regretted, null, string.Empty, turn.Now) is Outcome<MeetingReply>.Refused(var why)
            ? new CardReply.Say(RefusalText.Plain(turn, why))
            : AskedBelow.Of(turn.Reader, SubstituteForm.Render(turn.Reader, turn.Network, meeting));
    }

    private static CardReply.Say NotFound(Turn turn) => new(RefusalText.Plain(turn, new Refusal(RefusalCode.MeetingNotFound)));

    private static bool IsAboutAnotherDate(Turn turn, CardForm form, Meeting meeting) =>
        ReplyPart.IsOpen(meeting, turn.Network.Zone, turn.Now) && form.Number(ReplyPart.Asked) != meeting.AskedRevision;

    private async Task<(Meeting Meeting, Committee Committee)?> FindAsync(Turn turn, CardForm form, CancellationToken cancellationToken) =>
        form.Id("meeting") is { } id && await meetings.FindAsync(turn.Network, new MeetingId(id), cancellationToken) is { Value: var meeting }
            && turn.Network.Committee(meeting.Committee) is { } committee && turn.May(Right.AnswerInvitation, committee, meeting)
            ? (meeting, committee)
            : null;

    private async Task<CardReply> ShownAsync(Turn turn, Committee committee, Meeting meeting, string lead, string? settled, CancellationToken cancellationToken)
    {
        var agenda = await agendas.OfAsync(turn.Network.Id, meeting, cancellationToken);
        var card = MeetingCard.Render(turn.Reader, turn.Network, agenda, turn.Now, lead, isPrivate: turn.May(Right.ReadConfidentialItems, committee)) with { Refresh = MeetingRefresh.Sender(turn, meeting.Id) };
        return new CardReply.Replace(card) { Settled = settled };
    }
}
