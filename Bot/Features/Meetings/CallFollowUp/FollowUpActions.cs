using System.Threading;
using System.Threading.Tasks;
using Bot.Features.Meetings.CallMeeting;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Meetings.CallFollowUp;

/// <summary>A button on the draft of a follow-up: for the coordinators and for whoever led the meeting without quorum.</summary>
internal abstract class FollowUpAction(FollowUpFinder finder) : ICardAction
{
    /// <inheritdoc/>
    public abstract string Verb { get; }

    /// <inheritdoc/>
    public virtual bool IsView => false;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        var draft = MeetingDraft.Read(form);
        return await finder.WhyNotAsync(turn, draft.FollowsUp, cancellationToken) is { } why
            ? new CardReply.Say(RefusalText.Plain(turn, why))
            : await ReplyAsync(turn, draft, form, cancellationToken);
    }

    /// <summary>What the button does.</summary>
    protected abstract Task<CardReply> ReplyAsync(Turn turn, MeetingDraft draft, CardForm form, CancellationToken cancellationToken);
}

/// <summary>[Prüfen] on its form.</summary>
internal sealed class PreviewFollowUpAction(FollowUpFinder finder, MeetingPreview preview) : FollowUpAction(finder)
{
    /// <inheritdoc/>
    public override string Verb => MeetingVerbs.PreviewFollowUp;

    /// <inheritdoc/>
    protected override async Task<CardReply> ReplyAsync(Turn turn, MeetingDraft draft, CardForm form, CancellationToken cancellationToken) =>
        new CardReply.Replace(await preview.DrawAsync(turn, draft, null, cancellationToken));
}

/// <summary>[Ändern] on its preview.</summary>
internal sealed class EditFollowUpAction(FollowUpFinder finder) : FollowUpAction(finder)
{
    /// <inheritdoc/>
    public override string Verb => MeetingVerbs.EditFollowUp;

    /// <inheritdoc/>
    protected override Task<CardReply> ReplyAsync(Turn turn, MeetingDraft draft, CardForm form, CancellationToken cancellationToken) =>
        Task.FromResult<CardReply>(new CardReply.Replace(MeetingForm.Render(turn.Reader, turn.Network, draft, page: PageRequest.Read(form))));
}

/// <summary>[Einladen] on its preview.</summary>
internal sealed class CallFollowUpAction(FollowUpFinder finder, DraftCalling calling) : FollowUpAction(finder)
{
    /// <inheritdoc/>
    public override string Verb => MeetingVerbs.CallFollowUp;

    /// <inheritdoc/>
    protected override Task<CardReply> ReplyAsync(Turn turn, MeetingDraft draft, CardForm form, CancellationToken cancellationToken) => calling.CallAsync(turn, draft, cancellationToken);
}

/// <summary>[Verwerfen] on its preview: nothing happens, and the card says so.</summary>
internal sealed class DismissFollowUpAction : ICardAction
{
    /// <inheritdoc/>
    public string Verb => MeetingVerbs.DismissFollowUp;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) =>
        Task.FromResult<CardReply>(new CardReply.Replace(SentenceCard.Of(turn.Reader, Messages.Get(turn.Reader, Sentence.Dismissed))));
}

/// <summary>A client asks how the preview of a follow-up stands that it shows again.</summary>
internal sealed class RefreshFollowUpAction(FollowUpFinder finder, MeetingPreview preview) : FollowUpAction(finder)
{
    /// <inheritdoc/>
    public override string Verb => MeetingVerbs.RefreshFollowUp;

    /// <inheritdoc/>
    public override bool IsView => true;

    /// <inheritdoc/>
    protected override async Task<CardReply> ReplyAsync(Turn turn, MeetingDraft draft, CardForm form, CancellationToken cancellationToken) =>
        new CardReply.Replace(await preview.StandingAsync(turn, draft, cancellationToken));
}
