using Bot.Platform.Activities;
using Bot.Texts;

namespace Bot.Turns;

/// <summary>What a person reads when the bot itself failed: a plain sentence and the id under which the log has it.</summary>
internal sealed class FaultText : IFaultText
{
    /// <inheritdoc/>
    public string For(string? locale, string activityId) => Messages.Get(Reader.For(locale), Sentence.Fault, activityId);
}
