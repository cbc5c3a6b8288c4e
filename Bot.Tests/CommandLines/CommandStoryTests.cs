using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Tests.EndToEnd;
using Bot.Tests.Samples;
using Bot.Tests.TestSupport;
using Xunit;

namespace Bot.Tests.CommandLines;

/// <summary>The documented lines, typed into a shell one after the other, as somebody does who follows the documents.</summary>
public sealed class CommandStoryTests
{
    private const string TargetVariable = "BOT_TARGET_CONNECTION_STRING";

    /// <summary>As the unit starts it, with the settings and the certificate that were put there. What it asks of Entra ends at a port where nobody listens.</summary>
    private const string AsTheUnit = "cd /opt/koordinationsbot/current && set -a && . /etc/koordinationsbot/settings.env && DOTNET_ENVIRONMENT=Production HTTPS_PROXY=http://127.0.0.1:9 Server__DrainSeconds=0 "
        + "Tables__DataFolder=/var/lib/koordinationsbot Connector__CertificateFile=/etc/koordinationsbot/certificate.pem exec ./Bot";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OwnMachine_AsTheReadmeGoes_DoesWhatItSays()
    {
        using var desk = new Desk("node");
        desk.Set(TargetVariable, await Azurite.RequireEmptyAccountAsync(Cancellation));

        await desk.TypeAsync(LineStories.OwnMachine, Cancellation);

        foreach (var icon in new[] { "manifest/color.png", "manifest/outline.png" })
        {
            Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(SampleFiles.Root, icon), Cancellation), await File.ReadAllBytesAsync(desk.PathOf(icon), Cancellation));
        }
    }

    [Fact]
    public async Task BesideAzure_OnAnEmulator_DoesWhatItSays()
    {
        using var desk = new Desk();
        desk.Set(TargetVariable, await Azurite.RequireEmptyAccountAsync(Cancellation));
        desk.Set("BOT_BACKUP_PASSPHRASE", "at least sixteen characters, kept elsewhere");

        await desk.TypeAsync(LineStories.BesideAzure, Cancellation);
    }

    /// <summary>What the lines put on a server is a bot that starts, answers, is copied, and goes back to a copy.</summary>
    [Fact]
    public async Task Server_SetUpByTheLines_StartsAnswersAndGoesBackToACopy()
    {
        using var desk = new Desk("openssl", "tar", "install", "curl", "systemd-sysusers");
        await PublishAsync(desk);

        await desk.TypeAsync(LineStories.Server, Cancellation);

        AssertModes(desk);
        await desk.TypeAsync([new Step("[ -z \"$(find /opt/koordinationsbot/ -uid 12345)\" ]")], Cancellation);
        Directory.CreateDirectory(desk.PathOf("/var/lib/koordinationsbot"));
        await using (var bot = desk.Begin(AsTheUnit))
        {
            await bot.PrintsAsync("Application started", Cancellation);
            await desk.TypeAsync(LineStories.Asked, Cancellation);
            await desk.TypeAsync(
                [new Step("BOT=/opt/koordinationsbot/current/Bot DATA=/var/lib/koordinationsbot COPIES=/var/lib/koordinationsbot-copies KEPT=2 /opt/koordinationsbot/backup.sh", "Copied to ")], Cancellation);
            await bot.StopAsync();
            Assert.True(await bot.EndsAsync(Cancellation) == 0, bot.Printed);
        }

        desk.Fill("<copy>", Path.GetFileName(Directory.GetDirectories(desk.PathOf("/var/lib/koordinationsbot-copies"), "20*").Single()));
        await desk.TypeAsync(LineStories.Back, Cancellation);
    }

    [Fact]
    public async Task Programs_WithSmallNumbers_DoWhatTheySay()
    {
        using var desk = new Desk();

        await desk.TypeAsync(LineStories.Programs, Cancellation);
    }

    [Fact]
    public async Task Pictures_OfOneKind_AreDrawn()
    {
        Browser.Need(Browser.Program is not null, "Chromium on the PATH or named by the variable CHROMIUM");
        using var desk = new Desk();
        await NodePeers.RequireAsync(Cancellation);

        await desk.TypeAsync(LineStories.Pictures, Cancellation);

        Assert.True(File.Exists(desk.PathOf("Bot.Tests/pictures/help-found.en.png")));
    }

    /// <summary>Where the published program would lie: one that starts the tests' own, with the settings file beside it. Built by somebody else than the root that unpacks it, where that can be.</summary>
    private static async Task PublishAsync(Desk desk)
    {
        Desk.WriteProgram(desk.PathOf("Bot/bin/publish/linux/Bot"), "#!/bin/sh\nexec \"$REAL_DOTNET\" \"$BUILT/Bot.dll\" \"$@\"\n");
        File.Copy(desk.PathOf("Bot/appsettings.json"), desk.PathOf("Bot/bin/publish/linux/appsettings.json"));
        await desk.TypeAsync([new Step("[ $(id -u) -ne 0 ] || chown -R 12345:12345 Bot/bin/publish/linux")], Cancellation);
    }

    /// <summary>Secrets are their owner's alone; and what root unpacked belongs to nobody whose number happens to be that of whoever built it.</summary>
    private static void AssertModes(Desk desk)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        const UnixFileMode own = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Assert.Equal(own, File.GetUnixFileMode(desk.PathOf("/etc/koordinationsbot/settings.env")));
        Assert.Equal(own, File.GetUnixFileMode(desk.PathOf("/etc/koordinationsbot/certificate.pem")));
        Assert.Equal(own | UnixFileMode.GroupRead | UnixFileMode.OtherRead, File.GetUnixFileMode(desk.PathOf("/etc/systemd/system/koordinationsbot.service")));
    }
}
