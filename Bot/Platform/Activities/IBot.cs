using System.Threading;
using System.Threading.Tasks;

namespace Bot.Platform.Activities;

/// <summary>Answers what the channel brings.</summary>
internal interface IBot
{
    /// <summary>One activity. What is thrown here is logged once and answered with a plain sentence.</summary>
    Task OnTurnAsync(TurnContext turn, CancellationToken cancellationToken);
}
