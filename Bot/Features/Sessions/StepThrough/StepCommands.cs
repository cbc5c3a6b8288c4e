using System;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Meetings;
using Bot.Domain.Sessions;
using Bot.Turns;

namespace Bot.Features.Sessions.StepThrough;

/// <summary>"Nächster TOP", "TOP 3 aufrufen", "rufe TOP 3 auf": calls up an item.</summary>
internal sealed partial class CallUpItemCommand(SessionFinder finder, SessionChanges changes, SessionReply reply) : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.CallUpItem;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <summary>"Weiter" alone, too; much else begins with it.</summary>
    /// <inheritdoc/>
    public int Match(Turn turn, CommandText text) => !text.HasColon && text.Folded.TrimEnd('.', '!') is "weiter" or "bitte weiter" ? CommandMatch.Exact : StepWords.Match(Entry, Shape(), text);

    /// <inheritdoc/>
    public Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken) =>
        StepWords.AnswerAsync(turn, text, Shape(), finder, changes, reply, (session, place, act) => session.CallUp(place, act), cancellationToken);

    [GeneratedRegex(@"^(rufe?\s+)?(top|punkt|item)\s*(nr\.?|no\.?)?\s*(?<place>\d{1,3})\s*\.?\s*(bitte\s+)?(aufrufen|auf|call\s+up|beginnen|starten)\b|^(call\s+up|begin|start)\s+item\s+(?<place>\d{1,3})\b", StepWords.Plain, 1000)]
    private static partial Regex Shape();
}

/// <summary>"TOP erledigt", "TOP 3 erledigt".</summary>
internal sealed partial class FinishItemCommand(SessionFinder finder, SessionChanges changes, SessionReply reply) : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.FinishItem;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public int Match(Turn turn, CommandText text) => StepWords.Match(Entry, Shape(), text);

    /// <inheritdoc/>
    public Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken) =>
        StepWords.AnswerAsync(turn, text, Shape(), finder, changes, reply, (session, place, act) => session.Leave(place, isPostponed: false, act), cancellationToken);

    [GeneratedRegex(@"^(top|punkt|item)\s*(nr\.?|no\.?)?\s*(?<place>\d{1,3})\s*\.?\s*(ist\s+|is\s+)?(erledigt|abgeschlossen|fertig|done)\b", StepWords.Plain, 1000)]
    private static partial Regex Shape();
}

/// <summary>"TOP vertagen", "TOP 3 vertagen": leaves an item for the next meeting.</summary>
internal sealed partial class PostponeItemCommand(SessionFinder finder, SessionChanges changes, SessionReply reply) : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.PostponeItem;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public int Match(Turn turn, CommandText text) => StepWords.Match(Entry, Shape(), text);

    /// <inheritdoc/>
    public Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken) =>
        StepWords.AnswerAsync(turn, text, Shape(), finder, changes, reply, (session, place, act) => session.Leave(place, isPostponed: true, act), cancellationToken);

    [GeneratedRegex(@"^(top|punkt|item)\s*(nr\.?|no\.?)?\s*(?<place>\d{1,3})\s*\.?\s*(wird\s+|is\s+)?(vertagen|vertagt|postponed?)\b|^postpone\s+item\s+(?<place>\d{1,3})\b", StepWords.Plain, 1000)]
    private static partial Regex Shape();
}

/// <summary>What the typed steps along the agenda have in common.</summary>
internal static class StepWords
{
    /// <summary>How their words are read: folded, in one pass.</summary>
    public const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>An item's number with what is to become of it is surer than "TOP" and a title.</summary>
    public static int Match(CommandEntry entry, Regex shape, CommandText text) => !text.HasColon && shape.IsMatch(text.Folded) ? CommandMatch.Certain : entry.Match(text);

    /// <summary>Does the step and shows where the meeting stands.</summary>
    public static async Task<Answer> AnswerAsync(
        Turn turn, CommandText text, Regex shape, SessionFinder finder, SessionChanges changes, SessionReply reply,
        Func<MeetingSession, int?, SessionAct, Outcome<SessionStep>> step, CancellationToken cancellationToken)
    {
        var found = await finder.OneAsync(turn, text.Raw, cancellationToken);
        if (found is not Outcome<Meeting>.Done(var meeting))
        {
            return SessionReply.Refused(turn, ((Outcome<Meeting>.Refused)found).Why);
        }

        int? place = shape.Match(text.Folded) is { Success: true } match ? int.Parse(match.Groups["place"].ValueSpan, CultureInfo.InvariantCulture) : null;
        return await changes.ChangeAsync(turn, meeting.Id, session => step(session, place, SessionChanges.Act(turn, "step")), cancellationToken) switch
        {
            Outcome<SessionStep>.Done(var done) => await reply.AnswerAsync(turn, meeting.Id, null, cancellationToken) with { Settled = SessionReply.Settled(meeting.Id, done) },
            Outcome<SessionStep>.Refused(var why) => SessionReply.Refused(turn, why),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
