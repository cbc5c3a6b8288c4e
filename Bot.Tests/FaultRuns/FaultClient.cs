using System;
using System.Net.Http;
using System.Net.Mime;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Bot.Tests.Benchmarks;

namespace Bot.Tests.FaultRuns;

/// <summary>What came of an activity, as whoever sent it sees it.</summary>
internal enum Heard
{
    /// <summary>The bot answered with 200.</summary>
    Answer,

    /// <summary>No answer came, and the process it was sent to is gone or refused it: nothing happens with it any more.</summary>
    Nothing,

    /// <summary>No answer in time; the process may go on with it.</summary>
    NotYet,
}

/// <summary>Sends what people do to one of the bot's processes, as the channel does.</summary>
internal sealed class FaultClient(BotHerd herd, Uri serviceUrl, int seed) : IDisposable
{
    private static int last;

    private readonly Chance chance = new(seed);
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(20) };

    /// <summary>Sends one activity once.</summary>
    /// <returns>What came, and the answer's body.</returns>
    public async Task<(Heard Heard, string Body)> SendAsync(int person, JsonObject activity, CancellationToken cancellationToken)
    {
        var sent = BenchNetwork.From(person, serviceUrl, activity);
        sent["id"] = "f:" + Interlocked.Increment(ref last).ToString("0000000000", System.Globalization.CultureInfo.InvariantCulture);
        var place = await herd.AnyAsync(chance, cancellationToken);
        try
        {
            using var content = new StringContent(sent.ToJsonString(), Encoding.UTF8, MediaTypeNames.Application.Json);
            using var response = await http.PostAsync(new Uri(place, BenchNetwork.Path), content, cancellationToken);
            return (response.IsSuccessStatusCode ? Heard.Answer : Heard.NotYet, await response.Content.ReadAsStringAsync(cancellationToken));
        }
        catch (HttpRequestException)
        {
            return (Heard.Nothing, string.Empty);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (Heard.NotYet, string.Empty);
        }
    }

    public void Dispose() => http.Dispose();
}
