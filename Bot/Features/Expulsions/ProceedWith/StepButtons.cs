using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Expulsions.ProceedWith;

/// <summary>[Stellungnahme abgeben], [Keine Stellungnahme].</summary>
internal sealed class AnswerExpulsionAction(AnswerExpulsion step, ExpulsionStore expulsions, ExpulsionChanges changes) : DoExpulsionStep(step, expulsions, changes)
{
    /// <inheritdoc/>
    public override string Verb => CommandTable.AnswerExpulsion.Name;
}

/// <summary>[Stellung nehmen].</summary>
internal sealed class AskAnswerExpulsionAction(AnswerExpulsion step, ExpulsionStore expulsions) : AskExpulsionStep(step, expulsions)
{
    /// <inheritdoc/>
    public override string Verb => CommandTable.AnswerExpulsion.Name + ExpulsionVerbs.AskSuffix;
}

/// <summary>[Anhörung festhalten] on its question.</summary>
internal sealed class RecordHearingAction(RecordHearing step, ExpulsionStore expulsions, ExpulsionChanges changes) : DoExpulsionStep(step, expulsions, changes)
{
    /// <inheritdoc/>
    public override string Verb => CommandTable.RecordHearing.Name;
}

/// <summary>[Anhörung festhalten] on a message.</summary>
internal sealed class AskRecordHearingAction(RecordHearing step, ExpulsionStore expulsions) : AskExpulsionStep(step, expulsions)
{
    /// <inheritdoc/>
    public override string Verb => CommandTable.RecordHearing.Name + ExpulsionVerbs.AskSuffix;
}

/// <summary>[Beirat fragen].</summary>
internal sealed class ConsultOnExpulsionAction(ConsultOnExpulsion step, ExpulsionStore expulsions, ExpulsionChanges changes) : DoExpulsionStep(step, expulsions, changes)
{
    /// <inheritdoc/>
    public override string Verb => CommandTable.ConsultOnExpulsion.Name;
}

/// <summary>[Ja, so abstimmen lassen].</summary>
internal sealed class WaiveOnExpulsionAction(WaiveOnExpulsion step, ExpulsionStore expulsions, ExpulsionChanges changes) : DoExpulsionStep(step, expulsions, changes)
{
    /// <inheritdoc/>
    public override string Verb => CommandTable.WaiveOnExpulsion.Name;
}

/// <summary>[Ohne Empfehlung ins Plenum].</summary>
internal sealed class AskWaiveOnExpulsionAction(WaiveOnExpulsion step, ExpulsionStore expulsions) : AskExpulsionStep(step, expulsions)
{
    /// <inheritdoc/>
    public override string Verb => CommandTable.WaiveOnExpulsion.Name + ExpulsionVerbs.AskSuffix;
}

/// <summary>[Ja, zurückziehen].</summary>
internal sealed class WithdrawExpulsionAction(WithdrawExpulsion step, ExpulsionStore expulsions, ExpulsionChanges changes) : DoExpulsionStep(step, expulsions, changes)
{
    /// <inheritdoc/>
    public override string Verb => CommandTable.WithdrawExpulsion.Name;
}
