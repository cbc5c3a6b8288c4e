using System.Threading;
using System.Threading.Tasks;
using Bot.Turns;

namespace Bot.Features.Help;

/// <summary>A subject's button on the overview, and [Alle Themen], which leads back to it.</summary>
internal sealed class HelpTopicAction : ICardAction
{
    internal const string TopicVerb = "help.topic";

    /// <inheritdoc/>
    public string Verb => TopicVerb;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => Task.FromResult<CardReply>(
        new CardReply.Replace(CommandGroup.Named(form["topic"]) is { } group ? HelpCard.Topic(turn, group) : HelpCard.Overview(turn)));
}
