using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Bot.Platform.Activities.Connector;

/// <summary>Merges replacements of the same message: what waits is overtaken by what is newer, at most one goes out every two seconds, the newest always does.</summary>
internal sealed class CardUpdates(TimeProvider time)
{
    /// <summary>The shortest time between two replacements of one message.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>How many messages are remembered before those are forgotten whose pause is over.</summary>
    public const int MostKept = 2000;

    private readonly Lock gate = new();
    private readonly Dictionary<(string Conversation, string Message), Card> cards = [];
    private int cleanAt = MostKept;

    /// <summary>How many messages are remembered.</summary>
    public int Kept
    {
        get
        {
            lock (gate)
            {
                return cards.Count;
            }
        }
    }

    /// <summary>Has the message replaced, unless something newer comes before it is its turn.</summary>
    /// <param name="conversation">The conversation.</param>
    /// <param name="message">The message.</param>
    /// <param name="content">What it is to show.</param>
    /// <param name="send">Replaces it with what it is given at the moment it goes out. Runs to its end even when nobody waits any more.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Ends when this or something newer is shown; fails when that failed.</returns>
    public Task SubmitAsync(string conversation, string message, Activity content, Func<Func<Activity>, Task> send, CancellationToken cancellationToken)
    {
        Task shown;
        lock (gate)
        {
            if (!cards.TryGetValue((conversation, message), out var card))
            {
                Clean();
                cards[(conversation, message)] = card = new Card();
            }

            card.Next = (content, send);
            card.Shown ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            shown = card.Shown.Task;
            if (!card.IsWorking)
            {
                card.IsWorking = true;
                _ = Task.Run(() => WorkAsync(card), CancellationToken.None);
            }
        }

        return shown.WaitAsync(cancellationToken);
    }

    private async Task WorkAsync(Card card)
    {
        while (true)
        {
            if (card.LastAt is { } last && Pause - time.GetElapsedTime(last) is var rest && rest > TimeSpan.Zero)
            {
                await Task.Delay(rest, time, CancellationToken.None);
            }

            Turn turn;
            lock (gate)
            {
                if (card.Next is not { } next || card.Shown is not { } shown)
                {
                    card.IsWorking = false;
                    return;
                }

                turn = new Turn(next.Send, next.Content, [shown]);
                (card.Next, card.Shown, card.LastAt) = (null, null, time.GetTimestamp());
            }

            await ShowAsync(card, turn);
        }
    }

    private async Task ShowAsync(Card card, Turn turn)
    {
        try
        {
            await turn.Send(() => Newest(card, turn));
            turn.Shown.ForEach(shown => shown.SetResult());
        }
#pragma warning disable CA1031 // It is handed to those who wait, whatever it is.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            foreach (var shown in turn.Shown)
            {
                shown.SetException(failure);
                // Those who waited may all have gone.
                _ = shown.Task.Exception;
            }
        }
    }

    /// <summary>What goes out now: what came while the turn waited overtakes what it started with.</summary>
    private Activity Newest(Card card, Turn turn)
    {
        lock (gate)
        {
            card.LastAt = time.GetTimestamp();
            if (card is { Next: { } next, Shown: { } shown })
            {
                turn.Content = next.Content;
                turn.Shown.Add(shown);
                (card.Next, card.Shown) = (null, null);
            }

            return turn.Content;
        }
    }

    private void Clean()
    {
        if (cards.Count < cleanAt)
        {
            return;
        }

        foreach (var (key, _) in cards.Where(entry => entry.Value is { IsWorking: false, LastAt: { } at } && time.GetElapsedTime(at) >= Pause).ToList())
        {
            cards.Remove(key);
        }

        cleanAt = Math.Max(MostKept, cards.Count * 5 / 4);
    }

    private sealed class Card
    {
        public (Activity Content, Func<Func<Activity>, Task> Send)? Next { get; set; }

        public TaskCompletionSource? Shown { get; set; }

        public bool IsWorking { get; set; }

        public long? LastAt { get; set; }
    }

    private sealed class Turn(Func<Func<Activity>, Task> send, Activity content, List<TaskCompletionSource> shown)
    {
        public Func<Func<Activity>, Task> Send => send;

        public Activity Content { get; set; } = content;

        public List<TaskCompletionSource> Shown => shown;
    }
}
