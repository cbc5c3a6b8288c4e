using System;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Activities.Connector;
using Bot.Platform.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Platform.Activities;

/// <summary>Runs the bot on an activity and always answers in time: what takes longer than <see cref="Patience"/> is answered first and goes on
/// afterwards, with a token of its own, bounded in number, and waited for when the process is told to stop.</summary>
/// <remarks>Teams gives a pressed card no published time; message extensions have 5 seconds, the Bot Service cuts after 10 to 15. Hence 3 seconds
/// for the whole answer (protocol 3.1), of which the rest is for what comes before and after the bot.</remarks>
internal sealed partial class TurnRunner(
    IConnectorClient connector, IFaultText faultText, ILateAnswers late, TimeProvider time, ILogger<TurnRunner> logger) : IHostedService, IDisposable
{
    /// <summary>How long the answer waits for the bot.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2.5);

    /// <summary>How long a turn may take at all; then it is cancelled.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>How many turns may be under way after their answer. Beyond that invokes are not begun, and messages are waited for.</summary>
    public const int MostLate = 256;

    private readonly RecentActivities recent = new(time);

    private readonly ConcurrentDictionary<Task, bool> lateTurns = new();

    private readonly CancellationTokenSource stopping = new();

    /// <summary>The answer to an activity, within <see cref="Patience"/>. The same activity delivered again gets the same answer.</summary>
    public Task<InvokeResponse> AnswerAsync(IBot bot, Activity activity) => recent.OnceAsync(activity, () => RunAsync(bot, activity));

    /// <summary>Ends when no turn is under way that was answered already.</summary>
    public Task WhenIdleAsync() => Task.WhenAll(lateTurns.Keys);

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Waits for the turns still under way; those that are not done in time are cancelled. The web server has stopped before.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        try
        {
            await WhenIdleAsync().WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            LogCutOff(lateTurns.Count);
            await stopping.CancelAsync();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => stopping.Dispose();

    private async Task<InvokeResponse> RunAsync(IBot bot, Activity activity)
    {
        var isFull = lateTurns.Count >= MostLate;
        if (isFull && activity.Type is ActivityTypes.Invoke)
        {
            LogBusy(activity.Id);
            TurnSight.NotBegun(TurnKind.Of(activity));
            recent.Forget(activity);
            return late.Busy(activity);
        }

        var turn = new TurnContext(activity, connector);
        var work = WorkAsync(bot, turn);
        if (work.IsCompleted || isFull)
        {
            return await work;
        }

        try
        {
            return await work.WaitAsync(Patience, time);
        }
        catch (TimeoutException)
        {
            return work.IsCompleted ? await work : GoOn(turn, work);
        }
    }

    /// <summary>The early answer; the work goes on.</summary>
    private InvokeResponse GoOn(TurnContext turn, Task<InvokeResponse> work)
    {
        LogLate(turn.Activity.Type, turn.Activity.Id);
        var early = turn.Activity.Type is ActivityTypes.Invoke ? late.Early(turn.Activity) : InvokeResponse.Empty;
        var answer = turn.CollectsReplies ? ExpectedReplies.Of(turn, early) : early;
        turn.IsAnswered = true;
        var rest = FinishAsync(turn, work);
        lateTurns[rest] = true;
        _ = rest.ContinueWith(
            done => lateTurns.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return answer;
    }

    private async Task FinishAsync(TurnContext turn, Task<InvokeResponse> work)
    {
        var answer = await work;
        if (turn.Activity.Type is not ActivityTypes.Invoke)
        {
            return;
        }

        try
        {
            await late.FollowUpAsync(turn, answer, stopping.Token);
        }
#pragma warning disable CA1031 // The work is done; that its outcome could not be brought to the person is logged, and nobody is left to tell.
        catch (Exception unreachable)
#pragma warning restore CA1031
        {
            LogUnsaid(unreachable.GetType().Name, turn.Activity.Id ?? string.Empty);
        }
    }

    private async Task<InvokeResponse> WorkAsync(IBot bot, TurnContext turn)
    {
        using var sight = TurnSight.Begin(TurnKind.Of(turn.Activity), time);
        using var patience = new CancellationTokenSource(Longest, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stopping.Token);
        try
        {
            await bot.OnTurnAsync(turn, both.Token);
            NoteEnd(turn);
            return Answer(turn);
        }
#pragma warning disable CA1031 // Here, and only here, every fault ends: it is logged once and answered.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            sight?.Fail(fault);
            recent.Forget(turn.Activity);
            var id = turn.Activity.Id ?? MadeUpId();
            LogFault(turn.Activity.Type, id, FaultTrace.Of(fault));
            return await ApologiseAsync(turn, fault, id, stopping.Token);
        }
    }

    private static void NoteEnd(TurnContext turn)
    {
        if (turn.IsAnswered)
        {
            TurnSight.End(TurnSight.Late);
        }
        else if (turn.Activity.Type is ActivityTypes.Invoke && turn.InvokeResponse is null)
        {
            TurnSight.End(TurnSight.Unknown);
        }
    }

    /// <summary>For the odd activity without one: the person and the log name the same id all the same.</summary>
    private static string MadeUpId() => ActivityTraceId.CreateRandom().ToHexString();

    private static InvokeResponse Answer(TurnContext turn)
    {
        var answer = turn.Activity.Type is ActivityTypes.Invoke ? turn.InvokeResponse ?? InvokeResponse.NotImplemented : InvokeResponse.Empty;
        return turn.CollectsReplies ? ExpectedReplies.Of(turn, answer) : answer;
    }

    private async Task<InvokeResponse> ApologiseAsync(TurnContext turn, Exception fault, string id, CancellationToken cancellationToken)
    {
        var sentence = faultText.For(turn.Activity.ReaderLocale(), fault, id);
        if (turn.Activity.Type is ActivityTypes.Message)
        {
            await SayAsync(turn, sentence, id, cancellationToken);
            return Answer(turn);
        }

        turn.InvokeResponse = turn.Activity.Name is InvokeNames.AdaptiveCardAction
            ? AdaptiveCardInvokeResponse.InternalError(sentence).ToInvokeResponse()
            : new InvokeResponse(StatusCodes.Status500InternalServerError, null);
        return turn.Activity.Type is ActivityTypes.Invoke ? Answer(turn) : turn.InvokeResponse;
    }

    private async Task SayAsync(TurnContext turn, string sentence, string id, CancellationToken cancellationToken)
    {
        try
        {
            await turn.SendActivityAsync(sentence, cancellationToken);
        }
#pragma warning disable CA1031 // The fault itself is logged already; that the channel is out of reach as well must not hide it.
        catch (Exception unreachable)
#pragma warning restore CA1031
        {
            LogUnsaid(unreachable.GetType().Name, id);
        }
    }

    [LoggerMessage(1003, LogLevel.Error, "The bot failed on a {Type}, activity {ActivityId}. {Fault}")]
    private partial void LogFault(string? type, string activityId, string fault);

    [LoggerMessage(1004, LogLevel.Warning, "The apology for activity {ActivityId}, or its late answer, could not be sent: {Reason}.")]
    private partial void LogUnsaid(string reason, string activityId);

    [LoggerMessage(1005, LogLevel.Warning, "A {Type} takes long; it was answered first and goes on, activity {ActivityId}.")]
    private partial void LogLate(string? type, string? activityId);

    [LoggerMessage(1006, LogLevel.Warning, "Activity {ActivityId} was not begun: too many turns are under way that were answered already.")]
    private partial void LogBusy(string? activityId);

    [LoggerMessage(1007, LogLevel.Error, "The process stops while {Turns} turns are still under way; they are cancelled.")]
    private partial void LogCutOff(int turns);
}
