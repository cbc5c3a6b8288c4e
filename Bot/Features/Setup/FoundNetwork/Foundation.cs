using System;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Activities;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Setup.FoundNetwork;

/// <summary>A tenant without a network, or one whose host has made a code for a further one: whoever brings the set-up code in 1:1 gets the form and becomes coordinator by it; anybody else is told how that is done.</summary>
internal sealed class Foundation(SetupCodeStore codes, SetupCodes printed, FoundNetworkHandler handler, TimeProvider time) : IFoundation
{
    /// <inheritdoc/>
    public async Task<Answer> AnswerAsync(Activity activity, CancellationToken cancellationToken)
    {
        var reader = Reader.For(activity.ReaderLocale());
        if (activity.TenantId() is not { Length: > 0 } tenant)
        {
            return new Answer.Text(Messages.Get(reader, Sentence.NetworkNotSetUp));
        }

        var typed = FoundingWords.CodeIn(MessageTurns.TextOf(activity));
        if (!IsPersonal(activity))
        {
            return new Answer.Text(await InRoomAsync(reader, tenant, typed, cancellationToken));
        }

        var account = AccountOf(activity).NameInForms;
        if (typed is null)
        {
            return await codes.HasTakenAsync(tenant, account, Now(), cancellationToken) ? Form(reader) : new Answer.Text(Messages.Get(reader, Sentence.NetworkNotSetUp));
        }

        switch (await codes.TakeAsync(tenant, typed, account, Now(), cancellationToken))
        {
            case SetupCodeAnswer.Taken:
                return Form(reader);
            case SetupCodeAnswer.Expired:
                await printed.PrintAsync(tenant, cancellationToken);
                return new Answer.Text(Messages.Get(reader, Sentence.FoundingExpired));
            case SetupCodeAnswer.TakenByOther:
                return new Answer.Text(Messages.Get(reader, Sentence.FoundingTaken));
            case SetupCodeAnswer.TooMany:
                return new Answer.Text(Messages.Get(reader, Sentence.FoundingTooMany, (int)SetupCodeStore.GuessPause.TotalMinutes));
            default:
                return new Answer.Text(Messages.Get(reader, Sentence.FoundingUnknown));
        }
    }

    /// <inheritdoc/>
    public async ValueTask<Answer?> AnswerBesideAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (activity.TenantId() is not { Length: > 0 } tenant || FoundingWords.CodeIn(MessageTurns.TextOf(activity)) is not { } typed || !SetupCodeStore.IsCode(typed))
        {
            return null;
        }

        var reader = Reader.For(activity.ReaderLocale());
        if (!IsPersonal(activity))
        {
            await codes.BurnAsync(tenant, typed, cancellationToken);
            return new Answer.Text(Messages.Get(reader, Sentence.NetworkCodeInRoom));
        }

        return await codes.TakeAsync(tenant, typed, AccountOf(activity).NameInForms, Now(), cancellationToken) switch
        {
            SetupCodeAnswer.Taken => Form(reader),
            SetupCodeAnswer.TooMany => new Answer.Text(Messages.Get(reader, Sentence.FoundingTooMany, (int)SetupCodeStore.GuessPause.TotalMinutes)),
            SetupCodeAnswer.TakenByOther => new Answer.Text(Messages.Get(reader, Sentence.FoundingTaken)),
            _ => new Answer.Text(Messages.Get(reader, Sentence.FoundingUnknown)),
        };
    }

    /// <inheritdoc/>
    public async ValueTask<CardReply?> ReplyBesideAsync(Activity activity, string verb, CardForm form, CancellationToken cancellationToken)
    {
        if (verb != SetupVerbs.Found || !IsPersonal(activity) || activity.TenantId() is not { Length: > 0 } tenant || AccountOf(activity) is not { NameInForms: { Length: > 0 } key } account
            || !await codes.HasTakenAsync(tenant, key, Now(), cancellationToken))
        {
            return null;
        }

        var reader = Reader.For(activity.ReaderLocale());
        var fields = FoundingFields.In(form);
        if (fields.Faults() is { Count: > 0 } faults)
        {
            return new CardReply.Replace(FoundingCard.Render(reader, fields, faults));
        }

        await handler.HandleBesideAsync(reader, tenant, account, FoundingWords.NameOf(activity, reader), fields, cancellationToken);
        return new CardReply.Replace(TakeStep.StepCards.Done(reader, Messages.Get(reader, Sentence.FoundingDone, CardText.Escape(fields.Name, LineBreaks.Collapse))));
    }

    /// <inheritdoc/>
    public async Task<CardReply> ReplyAsync(Activity activity, string verb, CardForm form, CancellationToken cancellationToken)
    {
        var reader = Reader.For(activity.ReaderLocale());
        if (verb != SetupVerbs.Found || !IsPersonal(activity) || activity.TenantId() is not { Length: > 0 } tenant || AccountOf(activity) is not { NameInForms: { Length: > 0 } key } account
            || !await codes.HasTakenAsync(tenant, key, Now(), cancellationToken))
        {
            return new CardReply.Say(Messages.Get(reader, Sentence.NetworkNotSetUp));
        }

        var fields = FoundingFields.In(form);
        if (fields.Faults() is { Count: > 0 } faults)
        {
            return new CardReply.Replace(FoundingCard.Render(reader, fields, faults));
        }

        var isFounded = await handler.HandleAsync(reader, tenant, account, FoundingWords.NameOf(activity, reader), fields, cancellationToken);
        return isFounded
            ? new CardReply.Replace(TakeStep.StepCards.Done(reader, Messages.Get(reader, Sentence.FoundingDone, CardText.Escape(fields.Name, LineBreaks.Collapse))))
            : new CardReply.Say(Messages.Get(reader, Sentence.FoundingOvertaken));
    }

    /// <summary>Others may read along there: a code that is told is no secret any more, and another one stands in the log.</summary>
    private async Task<string> InRoomAsync(Reader reader, string tenant, string? typed, CancellationToken cancellationToken)
    {
        if (typed is null)
        {
            return Messages.Get(reader, Sentence.NetworkNotSetUp);
        }

        if (await codes.BurnAsync(tenant, typed, cancellationToken))
        {
            await printed.PrintAsync(tenant, cancellationToken);
        }

        return Messages.Get(reader, Sentence.FoundingInRoom);
    }

    private static Answer.Card Form(Reader reader) =>
        new(FoundingCard.Render(reader, FoundingFields.Empty(reader), []), Messages.Get(reader, Sentence.FoundingHeading));

    private static bool IsPersonal(Activity activity) => activity.Conversation?.ConversationType is null or ConversationTypes.Personal;

    private static Account AccountOf(Activity activity) => new(activity.From?.Id, activity.From?.AadObjectId);

    private Instant Now() => Instant.FromDateTimeOffset(time.GetUtcNow());
}
