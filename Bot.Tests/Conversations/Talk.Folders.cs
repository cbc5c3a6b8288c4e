using System;
using System.Threading.Tasks;
using NodaTime;

namespace Bot.Tests.Conversations;

/// <content>A store that is there already.</content>
internal sealed partial class Talk
{
    /// <summary>Starts the bot on a folder that has a store already.</summary>
    /// <param name="dataFolder">The folder.</param>
    /// <param name="start">What the clock says.</param>
    /// <param name="log">Takes the log lines.</param>
    public static async Task<Talk> OnFolderAsync(string dataFolder, Instant start, Microsoft.Extensions.Logging.ILoggerProvider log)
    {
        var talk = new Talk(new(StringComparer.Ordinal) { ["Tables:DataFolder"] = dataFolder, ["ExampleNetwork:Enabled"] = "false" }, start, log);
        await talk.SettleAsync();
        return talk;
    }
}
