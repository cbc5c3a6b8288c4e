using System.Collections.Generic;
using System.Linq;

namespace Bot.Tests.CommandLines;

/// <summary>The documented lines that tests type, in the order in which somebody following the documents does.</summary>
internal static class LineStories
{
    private const string Run = "dotnet run --project Bot";

    /// <summary>The README on a machine of one's own: a network from nothing, the example, its backup, the way to tables and back, and what is made for Teams.</summary>
    public static IReadOnlyList<Step> OwnMachine { get; } =
    [
        new(Run + " -- --ExampleNetwork:Enabled=false --Tables:DataFolder=data/own", "Einrichten: ") { GoesOn = true, Makes = ["Bot/data/own/tables.db"] },
        // Without its chat windows here: with them, and built anew, .ci/run types it.
        new(Run, "Application started") { GoesOn = true, Makes = ["Bot/data/tables.db"] },
        new(Run + " -- found --tenant <tenant>", "Einrichten: "),
        new("export BOT_BACKUP_PASSPHRASE='at least sixteen characters, kept elsewhere'"),
        new(Run + " -- networks", "tenant") { Tells = ("<id>", @"(?<value>[\w-]+): .*, tenant") },
        new(Run + " -- backup --network <id> --to network.backup", "/Bot/network.backup: ") { Makes = ["Bot/network.backup"] },
        // On a store that does not have this network yet: where it is there already, restoring is refused.
        new(Run + " -- restore --from network.backup", "The register was verified") { Instead = [("network.backup", "network.backup --Tables:DataFolder=data/restored")], Makes = ["Bot/data/restored/tables.db"] },
        new(Run + " -- export --network <id> --to <folder or file.zip>", "/Bot/leaving.zip") { Instead = [("<folder or file.zip>", "leaving.zip")], Makes = ["Bot/leaving.zip"] },
        // From what was restored, so that the story goes on: first what would go, then it goes, and nothing is left to show.
        new(Run + " -- remove --network <id>", ExampleName) { Instead = [("<id>", "<id> --Tables:DataFolder=data/restored")] },
        new(Run + " -- remove --network <id> --confirm \"<its name>\"", "Deleted for good") { Instead = [("<its name>\"", ExampleName + "\" --Tables:DataFolder=data/restored")] },
        new(Run + " -- snapshot --to copies/today", "/Bot/copies/today") { Makes = ["Bot/copies/today/tables.db"] },
        // An emulator knows no identities, and no bot has to be waited for.
        new(Run + " -- move --to https://<account>.table.core.windows.net/", "found them the same") { Instead = [("https://<account>.table.core.windows.net/", "connection-string --stopped")] },
        new(Run + " -- move --to data/home --Tables:Endpoint=https://<account>.table.core.windows.net/", "found them the same")
        {
            Instead = [("Endpoint=https://<account>.table.core.windows.net/", "ConnectionString=\"$BOT_TARGET_CONNECTION_STRING\" --stopped")],
            Makes = ["Bot/data/home/tables.db"],
        },
        new("move --cancel", "was not being moved") { Instead = [("move", Run + " -- move --Tables:DataFolder=data/home")] },
        // With the settings of the store it was moved to, as the order said.
        new(Run + " -- check", "tables.db") { Instead = [("check", "check --Tables:DataFolder=data/home")] },
        new("check --language de", "tables.db") { Instead = [("check", Run + " -- check --Tables:DataFolder=data/home")] },
        new("export MicrosoftAppType=SingleTenant MicrosoftAppId=<app id> MicrosoftAppTenantId=<tenant>"),
        new("export Connector__CertificateFile=<PFX or PEM> Tables__DataFolder=<a folder that is kept>") { Instead = [("<PFX or PEM>", "bot.pem"), ("<a folder that is kept>", "data/home")] },
        new(Run + " -- package --app-id <app id> --host bot.example.org", "/Bot/koordinationsbot.zip") { Makes = ["Bot/koordinationsbot.zip"] },
        new("node manifest/icons.mjs") { Makes = ["manifest/color.png", "manifest/outline.png"] },
    ];

    /// <summary>What administrators type of the bot's own beside Azure's orders, on an emulator in the place of its tables; and a bot that is watched.</summary>
    public static IReadOnlyList<Step> BesideAzure { get; } =
    [
        new(Run + " -- --Tables:Endpoint=https://<account>.table.core.windows.net/", "Application started") { GoesOn = true, Instead = [("Endpoint=https://<account>.table.core.windows.net/", OnEmulator)] },
        new(Run + " -- networks", "tenant") { Instead = [("networks", "networks --Tables:" + OnEmulator)], Tells = ("<id>", @"(?<value>[\w-]+): .*, tenant") },
        new(Run + " -- backup --network <id> --to network.backup --Tables:Endpoint=<tableEndpoint>", "/Bot/network.backup: ") { Instead = [("Endpoint=<tableEndpoint>", OnEmulator)], Makes = ["Bot/network.backup"] },
        new(Run + " -- package --app-id <app id> --host <host>", "/Bot/koordinationsbot.zip") { Makes = ["Bot/koordinationsbot.zip"] },
        // Nobody listens there, which costs the bot nothing.
        new(Run + " -- --Telemetry:Endpoint=http://localhost:4318", "Application started") { GoesOn = true },
    ];

    /// <summary>A Linux server, with its folders below a folder of the test's, a stand-in for the published program, and none for systemd.</summary>
    public static IReadOnlyList<Step> Server { get; } =
    [
        new("openssl req -x509 -newkey rsa:3072 -nodes -days 365 -subj /CN=koordinationsbot -keyout key.pem -out certificate-only.pem") { Makes = ["key.pem", "certificate-only.pem"] },
        new("tar -C Bot/bin/publish/linux -czf koordinationsbot-0.10.0.tgz .") { Makes = ["koordinationsbot-0.10.0.tgz"] },
        new("install -d /opt/koordinationsbot/0.10.0 /etc/koordinationsbot /etc/sysusers.d"),
        new("tar -C /opt/koordinationsbot/0.10.0 --no-same-owner -xzf koordinationsbot-0.10.0.tgz") { Makes = ["/opt/koordinationsbot/0.10.0/Bot"] },
        new("ln -sfn 0.10.0 /opt/koordinationsbot/current") { Makes = ["/opt/koordinationsbot/current/Bot"] },
        new("install -m 755 infra/linux/backup.sh /opt/koordinationsbot/backup.sh") { Makes = ["/opt/koordinationsbot/backup.sh"] },
        new("install -m 644 infra/linux/koordinationsbot.sysusers /etc/sysusers.d/koordinationsbot.conf") { Makes = ["/etc/sysusers.d/koordinationsbot.conf"] },
        new("systemd-sysusers") { Instead = [("systemd-sysusers", "systemd-sysusers --root=\"$MACHINE\"")], Makes = ["/etc/passwd"] },
        new("install -m 600 infra/linux/settings.env /etc/koordinationsbot/settings.env") { Makes = ["/etc/koordinationsbot/settings.env"] },
        new("(umask 077 && cat certificate-only.pem key.pem > /etc/koordinationsbot/certificate.pem)") { Makes = ["/etc/koordinationsbot/certificate.pem"] },
        new("install -m 644 infra/linux/*.service infra/linux/*.timer /etc/systemd/system/") { Makes = ["/etc/systemd/system/koordinationsbot.service", "/etc/systemd/system/koordinationsbot-backup.timer"] },
    ];

    /// <summary>While that server's bot runs.</summary>
    public static IReadOnlyList<Step> Asked { get; } = [new("curl http://127.0.0.1:3978/health/ready", "{\"ready\":")];

    /// <summary>When it has stopped, and back to a copy.</summary>
    public static IReadOnlyList<Step> Back { get; } =
    [
        new("mv /var/lib/koordinationsbot /var/lib/koordinationsbot-broken") { Makes = ["/var/lib/koordinationsbot-broken/tables.db"] },
        new("cp -a /var/lib/koordinationsbot-copies/<copy> /var/lib/koordinationsbot") { Makes = ["/var/lib/koordinationsbot/tables.db"] },
        new("cd /opt/koordinationsbot/current && runuser -u koordinationsbot -- ./Bot networks --Tables:DataFolder=/var/lib/koordinationsbot"),
    ];

    /// <summary>The programs beside the tests, with smaller numbers: as written they take from minutes to hours of every core.</summary>
    public static IReadOnlyList<Step> Programs { get; } =
    [
        new("dotnet run -c Release --project Bot.Tests -- fuzz --bodies 100000", "0 failures") { Instead = [("100000", "100")] },
        new("fuzz --bodies 100000", "0 failures") { Instead = [("fuzz --bodies 100000", "dotnet run -c Release --project Bot.Tests -- fuzz --bodies 50")] },
        new("dotnet run -c Release --project Bot.Tests -- faults --kills 1000 --store sqlite", "Nothing acknowledged was lost.") { Instead = [("--kills 1000", "--kills 1 --recipients 10 --voters 5 --leases dated")] },
        new("bench announce 10000 1", "0 conversations were told twice") { Instead = [("bench announce 10000 1", "dotnet run -c Release --project Bot.Tests -- bench announce 10 100")] },
    ];

    /// <summary>Drawn by a browser, and only those of one kind.</summary>
    public static IReadOnlyList<Step> Pictures { get; } = [new("dotnet run -c Release --project Bot.Tests -- cards pictures", "pictures in pictures") { Instead = [("cards pictures", "cards pictures --only help-found --language en")] }];

    /// <summary>Every line that some test types.</summary>
    public static IEnumerable<string> Lines { get; } = [.. new[] { OwnMachine, BesideAzure, Server, Asked, Back, Programs, Pictures }.SelectMany(story => story).Select(step => step.Line).Distinct()];

    private const string ExampleName = "Bündnis für Demokratie und Toleranz Musterstadt";

    private const string OnEmulator = "ConnectionString=\"$BOT_TARGET_CONNECTION_STRING\"";
}
