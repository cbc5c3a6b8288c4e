using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Meetings;
using Bot.Turns;

namespace Bot.Features.Meetings.Reply;

/// <summary>"Ich komme zum Beirat".</summary>
internal sealed class AcceptCommand(TypedReply typed) : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.Accept;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public bool IsRepeatable => true;

    /// <inheritdoc/>
    public int Match(Turn turn, CommandText text) => ReplyWords.SaysNo(text) ? CommandMatch.None : ReplyWords.Surely(turn, text, Entry.Match(text));

    /// <inheritdoc/>
    public Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken) =>
        typed.AnswerAsync(turn, text, ReplyKind.Accepted, string.Empty, cancellationToken);
}

/// <summary>"Ich kann nicht zum Plenum", "Ich komme leider doch nicht".</summary>
internal sealed class RegretCommand(TypedReply typed) : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.Regret;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public bool IsRepeatable => true;

    /// <inheritdoc/>
    public int Match(Turn turn, CommandText text) => ReplyWords.Surely(
        turn, text, Entry.Match(text) is var match && match == CommandMatch.None && ReplyWords.SaysNo(text) && ReplyWords.Begins(text) ? CommandMatch.Words : match);

    /// <inheritdoc/>
    public Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken) =>
        typed.AnswerAsync(turn, text, ReplyKind.Regretted, string.Empty, cancellationToken);
}

/// <summary>"Vertretung schicken: Max Muster", "Vertretung schicken zum Beirat: Max Muster".</summary>
internal sealed class SendSubstituteCommand(TypedReply typed) : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.SendSubstitute;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public bool IsRepeatable => true;

    /// <inheritdoc/>
    public Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken) =>
        typed.AnswerAsync(turn, text, ReplyKind.Substituted, text.HasColon ? text.AfterColon : ReplyWords.NameIn(turn, Entry.RestOf(text)), cancellationToken);
}
