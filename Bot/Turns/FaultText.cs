using System;
using Bot.Platform.Activities;
using Bot.Storage;
using Bot.Texts;

namespace Bot.Turns;

/// <summary>What people read when the bot has failed: whether it can be that something was stored, if that is known, and what to do.</summary>
internal sealed class FaultText : IFaultText
{
    /// <inheritdoc/>
    public string For(string? locale, Exception fault, string activityId) => Messages.Get(
        Reader.For(locale),
        StoreFault.Of(fault) switch
        {
            StoreFaultKind.Refused => Sentence.FaultNotStored,
            StoreFaultKind.InDoubt => Sentence.FaultInDoubt,
            _ => Sentence.Fault,
        },
        activityId);
}
