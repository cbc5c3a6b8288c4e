using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Bot.Platform.Activities;

/// <summary>Remembers for a short while what came in and how it was answered: the channel may deliver a message or an invoke twice, and the second
/// delivery to this process gets the first one's answer. In memory only; that nothing is done twice is held by what is stored.</summary>
internal sealed class RecentActivities(TimeProvider time)
{
    /// <summary>Teams gives up on an invoke after about 15 seconds; what comes later than this is no second delivery.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <summary>The most that is remembered; under load the oldest is forgotten before its time.</summary>
    public const int Most = 500;

    private readonly ConcurrentDictionary<Delivery, Lazy<Task<InvokeResponse>>> answers = new();

    private readonly ConcurrentQueue<(Delivery Delivery, Lazy<Task<InvokeResponse>> Answer, DateTimeOffset At)> order = new();

    /// <summary>Runs the activity, or waits for the answer of the one that is the same.</summary>
    public Task<InvokeResponse> OnceAsync(Activity activity, Func<Task<InvokeResponse>> run)
    {
        if (Delivery.Of(activity) is not { } delivery)
        {
            return run();
        }

        var now = time.GetUtcNow();
        ForgetOld(now);
        var fresh = new Lazy<Task<InvokeResponse>>(run);
        var answer = answers.GetOrAdd(delivery, fresh);
        if (ReferenceEquals(answer, fresh))
        {
            order.Enqueue((delivery, fresh, now));
            ForgetOld(now);
        }

        return answer.Value;
    }

    /// <summary>Forgets an activity the bot failed on, so that another delivery is another try.</summary>
    public void Forget(Activity activity)
    {
        if (Delivery.Of(activity) is { } delivery)
        {
            answers.TryRemove(delivery, out _);
        }
    }

    private void ForgetOld(DateTimeOffset now)
    {
        while (order.TryPeek(out var oldest) && (oldest.At + Window <= now || order.Count > Most) && order.TryDequeue(out var gone))
        {
            answers.TryRemove(new KeyValuePair<Delivery, Lazy<Task<InvokeResponse>>>(gone.Delivery, gone.Answer));
        }
    }

    /// <summary>What two deliveries of the same activity share. Ids are the channel's and unique within a conversation; sender and kind are there
    /// so that nobody ever gets somebody else's answer.</summary>
    private readonly record struct Delivery(string Type, string? Name, string Conversation, string Sender, string Id, string? ReplyToId)
    {
        public static Delivery? Of(Activity activity) => activity is
        {
            Type: ActivityTypes.Message or ActivityTypes.Invoke, Id: { Length: > 0 } id, Conversation.Id: { } conversation, From.Id: { } sender,
        }
            ? new Delivery(activity.Type, activity.Name, conversation, sender, id, activity.ReplyToId)
            : null;
    }
}
