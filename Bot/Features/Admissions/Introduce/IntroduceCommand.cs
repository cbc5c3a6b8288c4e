using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Meetings;
using Bot.Domain.Memberships;
using Bot.Domain.Rights;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Admissions.Introduce;

/// <summary>"Vorstellung: Verein Brücke", "… im Plenum": a coordinator has an applicant introduce itself in the next meeting. In 1:1 only.</summary>
internal sealed partial class IntroduceCommand(AdmissionStore admissions, IntroduceHandler handler) : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.Introduce;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        if (PrivateOnly.WhyNot(turn, Right.PrepareAdmission) is { } why)
        {
            return new Answer.Text(why);
        }

        var said = Entry.RestOf(text);
        var match = InPlenary().Match(said);
        var name = match.Success ? match.Groups["name"].Value.Trim(' ', ',', ';', ':') : said.Trim();
        var running = (await admissions.RunningAsync(turn.Network.Id, cancellationToken)).Where(admission => admission.IsRunning).ToList();
        var named = name.Length == 0 ? running : [.. running.Where(admission => OrganizationName.IsSame(admission.Applicant, name))];
        if (named is not [var one])
        {
            return ChosenCase.Of(turn, running, name, Sentence.IntroductionNothing, admission => SentenceCard.Of(turn.Reader, admission.Applicant));
        }

        var card = await IntroduceQuestion.CardAsync(turn, one, match.Success, handler, cancellationToken);
        return new Answer.Card(card, card.FallbackText ?? string.Empty);
    }

    [GeneratedRegex(@"^(?<name>.*?)(^|[,;:]?\s+)(im plenum|in der b\u00FCndnis-sitzung|in the plenary)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InPlenary();
}

/// <summary>What is asked before an applicant is asked to introduce itself.</summary>
internal static class IntroduceQuestion
{
    /// <summary>The preview; or, in its place, why it cannot be done.</summary>
    public static async Task<AdaptiveCard> CardAsync(Turn turn, Admission admission, bool inPlenary, IntroduceHandler handler, CancellationToken cancellationToken)
    {
        if (await handler.MeetingAsync(turn, inPlenary, cancellationToken) is not { } meeting)
        {
            var committee = IntroduceHandler.CommitteeOf(turn.Network, inPlenary)?.Name ?? string.Empty;
            return SentenceCard.Of(turn.Reader, Messages.Get(turn.Reader, Sentence.IntroductionNoMeeting, CardText.Escape(committee)));
        }

        return await handler.WhyNotAsync(turn, admission, meeting, cancellationToken) is { } refusal
            ? SentenceCard.Of(turn.Reader, RefusalText.Markdown(turn, refusal))
            : IntroduceCard.Render(turn, admission, meeting);
    }
}

/// <summary>[Zur Vorstellung einladen]: shows the preview.</summary>
internal sealed class AskIntroduceAction(AdmissionStore admissions, IntroduceHandler handler) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => AdmissionVerbs.AskIntroduce;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        var refusal = turn.WhyNot(Right.PrepareAdmission);
        return refusal is null && form.Id("admission") is { } id && await admissions.FindAsync(turn.Network.Id, new AdmissionId(id), cancellationToken) is { Value: var admission }
            ? AskedBelow.Of(turn.Reader, await IntroduceQuestion.CardAsync(turn, admission, inPlenary: false, handler, cancellationToken))
            : new CardReply.Say(RefusalText.Plain(turn, refusal ?? new Refusal(RefusalCode.AdmissionNotFound)));
    }
}

/// <summary>[Einladen] on the preview.</summary>
internal sealed class IntroduceAction(AdmissionStore admissions, MeetingStore meetings, IntroduceHandler handler) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => AdmissionVerbs.Introduce;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        var (id, meeting) = (new AdmissionId(form.Id("admission") ?? string.Empty), new MeetingId(form.Id(IntroduceCard.MeetingField) ?? string.Empty));
        return await handler.HandleAsync(turn, id, meeting, form.Number(IntroduceCard.DatedField), cancellationToken) switch
        {
            Outcome<Admission>.Done(var asked) => new CardReply.Replace(SentenceCard.Of(
                turn.Reader, Messages.Get(turn.Reader, Sentence.IntroductionDone, CardText.Escape(asked.Applicant, LineBreaks.Collapse)))) { Settled = id.Value },
            Outcome<Admission>.Refused(var why) => await AgainAsync(turn with { Form = FormReference.In(form) ?? turn.Form }, id, meeting, why, cancellationToken),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>Of a meeting that was moved since, the preview is shown for its date now.</summary>
    private async Task<CardReply> AgainAsync(Turn turn, AdmissionId id, MeetingId meeting, Refusal why, CancellationToken cancellationToken) =>
        why.Code == RefusalCode.ChangedMeanwhile && turn.May(Right.PrepareAdmission) && await admissions.FindAsync(turn.Network.Id, id, cancellationToken) is { Value: var admission }
        && await meetings.FindAsync(turn.Network, meeting, cancellationToken) is { Value: var moved } && await handler.WhyNotAsync(turn, admission, moved, cancellationToken) is null
            ? new CardReply.Replace(IntroduceCard.Render(turn, admission, moved))
            : new CardReply.Say(RefusalText.Plain(turn, why));
}
