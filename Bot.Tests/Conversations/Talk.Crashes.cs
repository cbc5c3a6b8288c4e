using System;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Bot.Tests.TestSupport;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <content>The store fails once, and life goes on.</content>
internal sealed partial class Talk
{
    /// <summary>Both stores, failing before a write and after it.</summary>
    public static TheoryData<Store, bool> Failures => new()
    {
        { Store.Sqlite, false }, { Store.Sqlite, true }, { Store.AzureTables, false }, { Store.AzureTables, true },
    };

    /// <summary>Somebody does something, and the store fails once while it is done and what follows is. Who is told that something went wrong does it again.</summary>
    /// <param name="failing">Which write fails, counted from 1.</param>
    /// <param name="isWritten">Whether it is written although it fails.</param>
    /// <param name="act">What they do.</param>
    /// <returns>How many writes there were; fewer than <paramref name="failing"/> when none has failed.</returns>
    public async Task<int> FailOnceAsync(int failing, bool isWritten, Func<Task> act)
    {
        Settles = false;
        Faults.Count(isWritten ? 0 : failing, isWritten ? failing : 0);
        var hasFailed = await Record.ExceptionAsync(act) is not null;
        if (!hasFailed)
        {
            await Record.ExceptionAsync(SettleAsync);
        }

        var writes = Faults.Writes;
        Faults.Count();
        if (hasFailed)
        {
            await act();
        }

        Settles = true;
        for (var minutes = 0; minutes < 10; minutes += 2)
        {
            await AfterAsync(Duration.FromMinutes(2));
        }

        return writes;
    }

    /// <inheritdoc cref="AtEachWriteAsync(int, Store, Func{int, Task{int}})"/>
    public static Task AtEachWriteAsync(int fewest, Func<int, Task<int>> once) => AtEachWriteAsync(fewest, Store.Sqlite, once);

    /// <summary>Lets the store fail at the first write, at the second, and so on, until none is left to fail at.</summary>
    /// <param name="fewest">How many writes there are at least, so that a test that does nothing is noticed.</param>
    /// <param name="store">Which store. On the one that costs an emulator's account and many round trips each time, every eighth write is tried: which writes there are is the same on both.</param>
    /// <param name="once">One run: prepares, calls <see cref="FailOnceAsync"/>, looks what came of it; returns what that returned.</param>
    public static Task AtEachWriteAsync(int fewest, Store store, Func<int, Task<int>> once) => AtEachWriteAsync(fewest, store, (failing, _) => once(failing));

    /// <inheritdoc cref="AtEachWriteAsync(int, Store, Func{int, Task{int}})"/>
    /// <param name="fewest">The same.</param>
    /// <param name="store">The same.</param>
    /// <param name="once">The same for runs of one dialogue; the second number counts them from 1.</param>
    public static async Task AtEachWriteAsync(int fewest, Store store, Func<int, int, Task<int>> once)
    {
        const int most = 150;
        var round = 0;
        for (var failing = 1; failing <= most; failing += store == Store.AzureTables ? 8 : 1)
        {
            if (await once(failing, ++round) < failing)
            {
                Assert.InRange(failing, fewest + 1, most);
                return;
            }
        }

        Assert.Fail("More writes than thought.");
    }

    /// <summary>The body of a press, for another instance.</summary>
    public string Pressed(string who, string verb, JsonObject data) => Complete(Invoke(verb, data.DeepClone().AsObject(), "0"), who, null).ToJsonString();

    /// <summary>Somebody does something, and right before one of its writes somebody else is through with something on another instance. Then everything due is done.</summary>
    /// <param name="write">Before which write, counted from 1.</param>
    /// <param name="other">The other instance.</param>
    /// <param name="body">What comes in there.</param>
    /// <param name="act">What the first one does.</param>
    /// <returns>How many writes there were; fewer than <paramref name="write"/> when nothing came in between.</returns>
    public async Task<int> InterruptAsync(int write, RunningBot other, string body, Func<Task> act)
    {
        var writes = 0;
        Settles = false;
        Faults.BeforeWrite = async _ =>
        {
            if (Interlocked.Increment(ref writes) == write)
            {
                using var response = await SendAsync(other, body);
                Assert.Equal(200, (int)response.StatusCode);
            }
        };
        await act();
        Faults.BeforeWrite = null;
        if (writes < write)
        {
            using var response = await SendAsync(other, body);
        }

        Settles = true;
        await SettleTogetherAsync(other);
        await AfterAsync(Duration.FromMinutes(2));
        return writes;
    }
}
