using System.Threading;
using System.Threading.Tasks;

namespace Bot.Platform.Activities;

/// <summary>What is said when a turn takes longer than the channel waits. Written where the other sentences are.</summary>
internal interface ILateAnswers
{
    /// <summary>What the HTTP answer says while the work goes on.</summary>
    InvokeResponse Early(Activity activity);

    /// <summary>What an invoke is told that is not even begun, because too much is under way.</summary>
    InvokeResponse Busy(Activity activity);

    /// <summary>Brings to the person what an invoke answered in the end. Messages have answered by themselves.</summary>
    /// <exception cref="Connector.ConnectorException">The channel said no.</exception>
    Task FollowUpAsync(TurnContext turn, InvokeResponse answer, CancellationToken cancellationToken);
}
