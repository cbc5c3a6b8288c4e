using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Activities;

namespace Bot.Turns;

/// <summary>What is answered in a tenant in which no network is set up yet. There is no <see cref="Turn"/> then, and nobody has any right.</summary>
internal interface IFoundation
{
    /// <summary>Answers what somebody said.</summary>
    Task<Answer> AnswerAsync(Activity activity, CancellationToken cancellationToken);

    /// <summary>Answers whoever brings, in 1:1, a code for a network beside those the tenant has; null for everything else.</summary>
    ValueTask<Answer?> AnswerBesideAsync(Activity activity, CancellationToken cancellationToken);

    /// <summary>Answers whoever has brought such a code and sends the form; null for everything else.</summary>
    ValueTask<CardReply?> ReplyBesideAsync(Activity activity, string verb, CardForm form, CancellationToken cancellationToken);

    /// <summary>Answers a pressed button.</summary>
    /// <param name="activity">By whom, and where.</param>
    /// <param name="verb">What the button does.</param>
    /// <param name="form">What came with it; anybody can make it up.</param>
    /// <param name="cancellationToken">Stops it before anything is stored.</param>
    Task<CardReply> ReplyAsync(Activity activity, string verb, CardForm form, CancellationToken cancellationToken);
}
