using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Bot.Tests.Platform.Activities;

namespace Bot.Tests.Conversations;

/// <content>Files that people send.</content>
internal sealed partial class Talk
{
    /// <summary>Somebody sends a file, as Teams tells the bot of it.</summary>
    public Task SendsFileAsync(string who, string name, string url, string? where = null) => PostAsync(
        new JsonObject
        {
            ["type"] = "message",
            ["attachments"] = new JsonArray(new JsonObject
            {
                ["contentType"] = "application/vnd.microsoft.teams.file.download.info",
                ["contentUrl"] = "https://contoso-my.sharepoint.com/personal/x/Documents/" + name,
                ["name"] = name,
                ["content"] = new JsonObject { ["downloadUrl"] = url, ["uniqueId"] = "u1", ["fileType"] = "x" },
            }),
        },
        who, where);

    /// <summary>Somebody sends a file with these bytes.</summary>
    public async Task SendsFileAsync(string who, string name, byte[] content)
    {
        await using var drive = await LoopbackServer.StartAsync(response => response.Body.WriteAsync(content).AsTask());
        await SendsFileAsync(who, name, drive.Url + "/download?tempauth=geheim");
    }
}
