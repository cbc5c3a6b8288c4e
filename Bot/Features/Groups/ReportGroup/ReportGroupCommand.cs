using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Rights;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Groups.ReportGroup;

/// <summary>"Bericht AG Bildung: Wir haben zwei Abende gehalten.", "Bericht AG Bildung mündlich am 12.3.".</summary>
internal sealed partial class ReportGroupCommand(ReportHandler handler) : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.ReportGroup;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        // A button names the group behind the colon, where a line has the report.
        var rest = Entry.RestOf(text);
        var group = (text.HasColon ? GroupFinder.Named(turn, text.FoldedBeforeColon) : null) ?? GroupFinder.Named(turn, rest);
        if (group is null)
        {
            return new Answer.Text(GroupFinder.Ask(turn));
        }

        if (!turn.May(Right.LeadGroup, group, turn.Network.SpeakerOf(group)?.Id))
        {
            return new Answer.Text(RefusalText.Markdown(turn, new Refusal(RefusalCode.GroupNotLed, group.Name)));
        }

        var isBefore = text.HasColon && CommitteeFinder.Named(turn.Network with { Committees = [group] }, text.FoldedBeforeColon).Count == 1;
        var said = isBefore ? text.AfterColon.Trim() : CommitteeFinder.Without(group, rest).Trim(' ', ':', ',');
        var orally = Orally().Match(said);
        if (said.Length == 0)
        {
            var lead = Messages.Get(turn.Reader, Sentence.GroupReportAsk, CardText.Escape(group.Name, LineBreaks.Collapse));
            return new Answer.Card(ReportCard.Render(turn.Reader, group, lead), lead);
        }

        if (!orally.Success)
        {
            return await AnswerAsync(turn, group, said, turn.LocalNow.Date, cancellationToken);
        }

        return orally.Groups["day"].Value.Trim() is { Length: > 0 } written
            ? GivenOn(turn, written) is { } day
                ? await AnswerAsync(turn, group, string.Empty, day, cancellationToken)
                : new Answer.Text(Messages.Get(turn.Reader, Sentence.AskGroupDay, CardText.Escape(ShortText.Abbreviate(written, 100), LineBreaks.Collapse)))
            : await AnswerAsync(turn, group, string.Empty, turn.LocalNow.Date, cancellationToken);
    }

    /// <summary>The day a report was given: without a year the last such day, where a date is read as the next one elsewhere.</summary>
    private static NodaTime.LocalDate? GivenOn(Turn turn, string written)
    {
        var parts = written.Split(['.', ' ', '-', '/'], System.StringSplitOptions.RemoveEmptyEntries);
        var hasYear = parts.Count(part => part.All(char.IsAsciiDigit)) >= 3 || parts.Any(part => part.Length == 4 && part.All(char.IsAsciiDigit));
        var day = TermDay.Read(turn, written);
        return day > turn.LocalNow.Date && !hasYear ? day.Value.PlusYears(-1) : day;
    }

    private async Task<Answer> AnswerAsync(Turn turn, Committee group, string said, NodaTime.LocalDate given, CancellationToken cancellationToken) =>
        await handler.HandleAsync(turn, group, said, given, cancellationToken) switch
        {
            Outcome<(Committee Group, Meeting? Plenary)>.Done(var taken) => new Answer.Text(ReportWords.Taken(turn, taken.Group, taken.Plenary)) { Settled = group.Id.Value },
            Outcome<(Committee Group, Meeting? Plenary)>.Refused(var why) => new Answer.Text(RefusalText.Markdown(turn, why)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    [GeneratedRegex(@"^(wurde\s+)?(m(ue|\u00fc)ndlich|orally|given orally)(\s+(gegeben|given))?(\s+(am|on))?(?<day>.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Orally();
}

/// <summary>[Bericht abgeben] below a reminder or a question.</summary>
internal sealed class ReportGroupAction(ReportHandler handler) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => GroupVerbs.Report;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        if (GroupFinder.Of(turn, form[GroupVerbs.GroupField]) is not { } group || !turn.May(Right.LeadGroup, group, turn.Network.SpeakerOf(group)?.Id))
        {
            return new CardReply.Say(Messages.Get(turn.Reader, Sentence.GroupGone));
        }

        if (!form[GroupVerbs.ReportField].Any(char.IsLetterOrDigit))
        {
            return new CardReply.Say(Messages.Get(turn.Reader, Sentence.GroupReportEmpty));
        }

        return await handler.HandleAsync(turn, group, form[GroupVerbs.ReportField].Trim(), turn.LocalNow.Date, cancellationToken) switch
        {
            Outcome<(Committee Group, Meeting? Plenary)>.Done(var taken) => new CardReply.Replace(SentenceCard.Of(turn.Reader, ReportWords.Taken(turn, taken.Group, taken.Plenary))) { Settled = group.Id.Value },
            Outcome<(Committee Group, Meeting? Plenary)>.Refused(var why) => new CardReply.Say(RefusalText.Plain(turn, why)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}

/// <summary>What is said of a report that was taken.</summary>
internal static class ReportWords
{
    /// <summary>That it was, where it is put, and when the next is due. Markdown.</summary>
    public static string Taken(Turn turn, Committee group, Meeting? plenary)
    {
        var (reader, name) = (turn.Reader, CardText.Escape(group.Name, LineBreaks.Collapse));
        return string.Join(' ', new[]
        {
            Messages.Get(reader, Sentence.GroupReportTaken, name),
            plenary is { } meeting ? Messages.Get(reader, Sentence.GroupReportOnAgenda, meeting.Day) : group.IsSecluded ? string.Empty : Messages.Get(reader, Sentence.GroupReportWaits),
            group.Remit?.ReportDue is { } due ? Messages.Get(reader, Sentence.RemitReportNext, due) : string.Empty,
        }.Where(part => part.Length > 0));
    }
}
