using System;
using System.Collections.Generic;
using System.IO;
using System.Net.Http;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Activities;
using Bot.Platform.Activities.Authentication;
using Bot.Texts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bot.Features.Checkup;

/// <summary>The channel's keys, without which nobody who writes to the bot can be proven; and the clock, measured by the answers.</summary>
internal sealed class ChannelLook(IOptions<ActivityOptions> options, IServiceProvider services, TimeProvider time) : ILook
{
    /// <summary>From this far off on the bot takes tokens for stale or not yet good, and others take its own for it.</summary>
    public static readonly TimeSpan TooFarOff = TokenRules.ClockSkew;

    /// <summary>From this far off on somebody should look at the clock.</summary>
    public static readonly TimeSpan FarOff = TimeSpan.FromMinutes(1);

    public Sentence Subject => Sentence.CheckupChannel;

    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken)
    {
        if (options.Value.MicrosoftAppId.Length == 0)
        {
            return [new Finding(Gravity.LeftOut, Sentence.CheckupWithoutAppId)];
        }

        var documents = services.GetRequiredService<KeyDocuments>();
        TimeSpan? off = null;
        var keys = await KeysAsync(documents, date => off ??= time.GetUtcNow() - date, cancellationToken);
        return [keys, ClockOf(off, documents.Metadata.Host)];
    }

    /// <summary>What it means that the clock is that far from another.</summary>
    /// <param name="off">How far ahead; null when nobody answered.</param>
    /// <param name="host">Whose clock the other is.</param>
    public static Finding ClockOf(TimeSpan? off, string host) => off switch
    {
        null => new(Gravity.LeftOut, Sentence.CheckupClockUnknown),
        { } far when far.Duration() > TooFarOff => new(Gravity.Wrong, Sentence.CheckupClockWrong, Minutes(far), host),
        { } far when far.Duration() > FarOff => new(Gravity.Warning, Sentence.CheckupClockFarOff, Minutes(far), host),
        _ => new(Gravity.Fine, Sentence.CheckupClockFine, host),
    };

    private static int Minutes(TimeSpan far) => (int)Math.Ceiling(far.Duration().TotalMinutes);

    private static async Task<Finding> KeysAsync(KeyDocuments documents, Action<DateTimeOffset> served, CancellationToken cancellationToken)
    {
        var place = documents.Metadata.ToString();
        try
        {
            return new Finding(Gravity.Fine, Sentence.CheckupKeysFine, (await documents.ReadAsync(served, cancellationToken)).Count, place);
        }
        catch (HttpRequestException refused) when (refused.StatusCode is { } status)
        {
            return new Finding(Gravity.Wrong, Sentence.CheckupKeysRefused, place, (int)status);
        }
        catch (HttpRequestException away)
        {
            return new Finding(Gravity.Wrong, Sentence.CheckupKeysAway, place, away.HttpRequestError.ToString());
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Finding(Gravity.Wrong, Sentence.CheckupKeysAway, place, nameof(TimeoutException));
        }
        catch (Exception other) when (other is JsonException or InvalidDataException)
        {
            return new Finding(Gravity.Wrong, Sentence.CheckupKeysNone, place);
        }
    }
}
