using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Records;
using Bot.Domain.Voting;
using Bot.Features.Backups;
using Bot.Platform.Tables;
using Bot.Storage;
using Bot.Tests.Attacks;
using Bot.Tests.Conversations;
using Bot.Tests.TestSupport;
using Bot.Texts;
using Bot.Turns;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Xunit;

namespace Bot.Tests.Backups;

/// <summary>A network takes along what the chat has shown it, in files anybody can open; and nothing that must not leave.</summary>
public class NetworkExportTests
{
    private const string Apart = "vertraulich/", Contact = "kontaktdaten/";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A quarter with meeting, votes, minutes and resolutions; a confidential circle; a ballot in secret that still runs, and one by name that has ended.</summary>
    [Fact]
    public async Task Export_AfterAQuarter_SaysWhatTheChatHasShown()
    {
        await using var talk = await StoryAsync();
        using var folder = new TemporaryFolder();
        var to = Path.Combine(folder.Path, "netz");
        var (written, stored) = (talk.Faults.Writes, await Leaver.AllAsync(talk.Get<ITableStore>()));

        var (code, output, errors) = await Leaver.OrderAsync(talk, "export", "--network", Talk.Network.Value, "--to", to);

        Assert.Equal((0, string.Empty), (code, errors));
        Assert.Equal(written, talk.Faults.Writes);
        Assert.Equal(stored, await Leaver.AllAsync(talk.Get<ITableStore>()));
        var files = Leaver.Files(to);
        Assert.Contains($"{files.Count} files, {files.Values.Sum(file => file.Length)} bytes", output, StringComparison.Ordinal);
        Assert.Contains("papers of secret ballots", output, StringComparison.Ordinal);
        await RegisterIsWholeAsync(talk, files);
        MeetingsAndMinutesAre(files);
        BallotsAre(files);
        await SecretsStayAsync(talk, files);
        ConfidentialIsApart(files);
        ContactIsApart(files);
        var readme = Leaver.Text(files["LIESMICH.txt"]);
        Assert.All(files.Keys.Where(path => path != "LIESMICH.txt"), path => Assert.Contains(path.EndsWith(".csv", StringComparison.Ordinal) && !path.Contains("listen/", StringComparison.Ordinal) ? path : path[..(path.LastIndexOf('/') + 1)], readme, StringComparison.Ordinal));
        Assert.DoesNotContain("morgenrot", readme, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Stimmzettel geheimer Abstimmungen", readme, StringComparison.Ordinal);
        AreForTheOwnerAlone(to);
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Export_IntoAZip_HoldsTheSameOnBothStoresAndInEnglish(Store store)
    {
        await using var talk = await NetworkRestoreTests.WorldAsync(store);
        using var folder = new TemporaryFolder();
        var to = Path.Combine(folder.Path, "network.zip");

        var (code, _, _) = await Leaver.OrderAsync(talk, "export", "--network", Talk.Network.Value, "--to", to, "--language", "en");

        Assert.Equal(0, code);
        Assert.Equal([to], Directory.GetFileSystemEntries(folder.Path));
        using var archive = await ZipFile.OpenReadAsync(to, Cancellation);
        var names = archive.Entries.Select(entry => entry.FullName).ToList();
        Assert.Equal("README.txt", names[0]);
        Assert.All((string[])["resolutions-2026.csv", "resolutions/Beschluesse-2026.docx", "meetings.csv", "calendar/meetings.ics", "committees.csv", "rules.csv", "confidential/records/networks.jsonl", "contact-data/contact-data.csv"],
            name => Assert.Contains(name.Replace("Beschluesse", "Resolutions", StringComparison.Ordinal), names));
        using var reader = new StreamReader(archive.GetEntry("resolutions-2026.csv")!.Open());
        Assert.Contains("Beschluss zwei", await reader.ReadToEndAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_IntoWhatIsInUse_IsRefusedAndTouchesNothing()
    {
        await using var talk = await NetworkRestoreTests.WorldAsync();
        using var folder = new TemporaryFolder();
        var (used, file) = (Path.Combine(folder.Path, "used"), Path.Combine(folder.Path, "there.zip"));
        Directory.CreateDirectory(used);
        await File.WriteAllTextAsync(Path.Combine(used, "mine.txt"), "mine", Cancellation);
        await File.WriteAllTextAsync(file, "mine", Cancellation);
        Directory.CreateDirectory(Path.Combine(folder.Path, "beside.part"));
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "beside.part", "mine.txt"), "mine", Cancellation);

        foreach (var to in (string[])[used, file, Path.Combine(folder.Path, "beside")])
        {
            var (code, _, errors) = await Leaver.OrderAsync(talk, "export", "--network", Talk.Network.Value, "--to", to);
            Assert.Equal(LeaveOrders.WrongWords, code);
            Assert.Contains("is there already", errors, StringComparison.Ordinal);
        }

        Assert.Equal(3, Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories).Length);
    }

    /// <summary>Whoever dies in the middle leaves nothing under the name; the next try begins anew.</summary>
    [Theory]
    [InlineData("netz")]
    [InlineData("netz.zip")]
    public async Task Export_Interrupted_LeavesNothingThatLooksWhole(string name)
    {
        await using var talk = await NetworkRestoreTests.WorldAsync();
        using var folder = new TemporaryFolder();
        var to = Path.Combine(folder.Path, name);

        await Assert.ThrowsAsync<IOException>(() => Leaver.OrderAsync(
            talk.Get<ITableStore>(), talk.Time, services => services.AddSingleton<ITakenAlong, Dying>(), "export", "--network", Talk.Network.Value, "--to", to));

        Assert.False(Path.Exists(to));
        Assert.NotEmpty(Directory.GetFiles(to + ".part"));
        await File.WriteAllTextAsync(Path.Combine(to + ".part", "half.txt"), "half", Cancellation);
        var (code, _, _) = await Leaver.OrderAsync(talk, "export", "--network", Talk.Network.Value, "--to", to);
        Assert.Equal(0, code);
        Assert.Equal([to], Directory.GetFileSystemEntries(folder.Path));
        Assert.DoesNotContain(Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories), path => Path.GetFileName(path) is "half.txt" or ".export-unfinished");
    }

    /// <summary>The headings of a table are as many as its cells, in both languages.</summary>
    [Theory]
    [InlineData("de")]
    [InlineData("en")]
    public async Task Tables_EachOfThem_HasAHeadingForEachCell(string language)
    {
        await using var talk = await StoryAsync();
        using var folder = new TemporaryFolder();
        var to = Path.Combine(folder.Path, "netz");
        await Leaver.OrderAsync(talk, "export", "--network", Talk.Network.Value, "--to", to, "--language", language);

        foreach (var (path, content) in Leaver.Files(to).Where(file => file.Key.EndsWith(".csv", StringComparison.Ordinal) && !file.Key.Contains("list", StringComparison.Ordinal)))
        {
            var rows = Bot.Platform.Documents.DelimitedText.Read(Bot.Platform.Documents.DelimitedText.Decode(content)!).Sheets[0].Rows;
            Assert.True(rows.All(row => row.Cells.Count == rows[0].Cells.Count), $"{path}: {string.Join(" | ", rows.Select(row => row.Cells.Count).Distinct())}");
        }

        var reader = Reader.For(language);
        Assert.StartsWith(Messages.Get(reader, Sentence.ResolutionFileColumns) + ";", Messages.Get(reader, Sentence.TakenResolutions).Split('|')[2], StringComparison.Ordinal);
    }

    private static async Task RegisterIsWholeAsync(Talk talk, SortedDictionary<string, byte[]> files)
    {
        var register = await talk.ResolutionsAsync();
        var rows = Leaver.Rows(files["beschluesse-2027.csv"]);
        Assert.Equal(register.Select(entry => (entry.Number.ToString(), entry.Title, entry.Text, entry.PreviousHash, entry.Hash)), rows.Select(row => (row[0], row[1], row[2], row[^2], row[^1])));
        Assert.Equal("angenommen", rows[0][3]);
        // As a stranger would: the bytes, their hash, and that each names the one before.
        var previous = RegisterHead.Empty.Hash;
        foreach (var line in Encoding.ASCII.GetString(files["beschluesse-kette/SHA256SUMS.txt"]).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split("  ")))
        {
            var content = files["beschluesse-kette/" + line[1]];
            Assert.Equal(line[0], Convert.ToHexStringLower(SHA256.HashData(content)));
            Assert.Contains("64:" + previous, Encoding.UTF8.GetString(content), StringComparison.Ordinal);
            previous = line[0];
        }

        Assert.Equal(register[^1].Hash, previous);
        Assert.Contains("Das Fest findet am Marktplatz statt.", Leaver.Text(files["beschluesse/Beschluesse-2027.docx"]), StringComparison.Ordinal);
        Assert.Equal(register.Count, Leaver.Rows(files["beschluesse-pruefsummen.csv"]).Count);
    }

    private static void MeetingsAndMinutesAre(SortedDictionary<string, byte[]> files)
    {
        var minutes = Assert.Single(files, file => file.Key.StartsWith("protokolle/", StringComparison.Ordinal) && file.Key.EndsWith("2027-01-14-genehmigt.docx", StringComparison.Ordinal));
        var text = Leaver.Text(minutes.Value);
        Assert.Contains("Die Stadt stellt den Strom.", text, StringComparison.Ordinal);
        Assert.Contains("Genehmigt ohne Einwand", text, StringComparison.Ordinal);
        var held = Leaver.Rows(files["sitzungen.csv"]).Single(row => row[1] == "2027-01-14");
        Assert.Equal(["18:00", "geschlossen", "2", "1"], [held[2], held[7], held[12], held[13]]);
        var item = Leaver.Rows(files["tagesordnungen.csv"]).First(row => row[3] == "Neue Räume");
        Assert.Equal(("2027-01-14", "vertagt"), (item[1], item[7]));
        Assert.Equal(4, Leaver.Text(files["kalender/sitzungen.ics"]).Split("BEGIN:VEVENT").Length);
        Assert.Contains(Leaver.Rows(files["aufgaben.csv"]), row => row[1] == "Saal buchen" && row[3] == "2027-03-01");
    }

    private static void BallotsAre(SortedDictionary<string, byte[]> files)
    {
        var voted = Leaver.Rows(files["abstimmungen.csv"]).Single(row => row[0] == "Unterstützen wir das Fest?");
        Assert.Equal(("nein", "angenommen", "2", "0"), (voted[4], voted[7], voted[8], voted[9]));
        var names = Leaver.Rows(files[Apart + "stimmen-namentlich.csv"]);
        Assert.Contains(names, row => row[1] == "Unterstützen wir das Fest?" && row[3] == "Ja");
        Assert.DoesNotContain(names, row => row[1].Contains("Geheime Frage", StringComparison.Ordinal));
        Assert.DoesNotContain("stimmen-namentlich.csv", files.Keys);
        // What somebody entered to be run in a spreadsheet is text there.
        Assert.Contains("\"'=HYPERLINK(", Leaver.Text(files["tagesordnungen.csv"]), StringComparison.Ordinal);
    }

    /// <summary>Nothing of a ballot in secret that runs: neither its papers nor who has voted; not in any byte.</summary>
    private static async Task SecretsStayAsync(Talk talk, SortedDictionary<string, byte[]> files)
    {
        var partition = $"{Talk.Network.Value}|geheim";
        var papers = (await Vault.AllAsync(talk.Get<ITableStore>())).Where(found => found.Row.PartitionKey == partition && found.Row.RowKey.StartsWith("paper|", StringComparison.Ordinal)).Select(found => found.Row.RowKey).ToList();
        Assert.Equal(2, papers.Count);
        foreach (var (path, content) in files)
        {
            var text = Leaver.Text(content);
            Assert.True(papers.All(paper => !text.Contains(paper.Split('|')[1], StringComparison.Ordinal)), path);
            Assert.False(text.Contains("paper|", StringComparison.Ordinal), path);
        }

        var poll = Leaver.Rows(files["umfragen.csv"]).Single(row => row[0].Contains("Geheime Frage", StringComparison.Ordinal));
        Assert.Equal("ja", poll[4]);
        Assert.All(poll.Skip(8).Take(9), cell => Assert.Equal(string.Empty, cell));
        var records = Encoding.UTF8.GetString(files[Apart + "datensaetze/ballots.jsonl"]).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["ballot"], records.Where(row => row.GetProperty("PartitionKey").GetString() == partition).Select(row => row.GetProperty("RowKey").GetString()));
    }

    private static void ConfidentialIsApart(SortedDictionary<string, byte[]> files)
    {
        foreach (var (path, content) in files.Where(file => !file.Key.StartsWith(Apart, StringComparison.Ordinal)))
        {
            var text = Leaver.Text(content);
            Assert.False(HiddenCircle.Own.Any(word => text.Contains(word, StringComparison.Ordinal)) || path.Contains("morgenrot", StringComparison.Ordinal), path);
        }

        Assert.Contains(Leaver.Rows(files[Apart + "gremien.csv"]), row => row[0] == HiddenCircle.Name);
        Assert.Contains(Leaver.Rows(files[Apart + "sitzungen.csv"]), row => row[0] == HiddenCircle.Name);
        Assert.Contains("Finanzlage", Leaver.Text(files[Apart + "tagesordnungen.csv"]), StringComparison.Ordinal);
        // An item for the committee alone: its place is known to all, its title only apart.
        Assert.DoesNotContain("Personalsache", Leaver.Text(files["tagesordnungen.csv"]), StringComparison.Ordinal);
        Assert.Contains("Personalsache", Leaver.Text(files[Apart + "tagesordnungen.csv"]), StringComparison.Ordinal);
    }

    private static void ContactIsApart(SortedDictionary<string, byte[]> files)
    {
        foreach (var (path, content) in files.Where(file => !file.Key.StartsWith(Contact, StringComparison.Ordinal)))
        {
            var text = Leaver.Text(content);
            Assert.False(text.Contains("amina@example.org", StringComparison.Ordinal) || text.Contains("0341 123456", StringComparison.Ordinal), path);
        }

        var amina = Leaver.Rows(files[Contact + "kontaktdaten.csv"]).Single(row => row[2] == "amina@example.org");
        Assert.Equal("0341 123456", amina[5]);
        Assert.Contains(files.Keys, path => path.StartsWith(Contact + "listen/", StringComparison.Ordinal) && path.EndsWith(".xlsx", StringComparison.Ordinal));
    }

    private static void AreForTheOwnerAlone(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
        foreach (var path in Directory.GetFileSystemEntries(folder, "*", SearchOption.AllDirectories).Append(folder))
        {
            Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(path) & Others);
        }
    }

    private static async Task<Talk> StoryAsync()
    {
        var talk = await Talk.StartAsync(change: HiddenCircle.With, hasStandingItems: true);
        await QuarterStoryTests.PlayAsync(talk);
        await talk.OpensAsync("ruth");
        await talk.CallsAsync("Kreis Morgenrot am 13. April um 19 Uhr im Keller", "ruth");
        await talk.SaysAsync("bernd", "TOP Kreis Morgenrot: Finanzlage");
        await talk.SaysAsync("amina", "Meine Mail: amina@example.org");
        await talk.PressesAsync("amina", "Speichern");
        await talk.SaysAsync("amina", "Kontakt Telefon: 0341 123456 für meine Gremien");
        await talk.CallsAsync("Beirat am 20. April um 17 Uhr im Rathaus");
        await talk.AtAsync(2027, 3, 13, 10);
        await talk.SaysAsync("amina", "TOP Beirat: Personalsache, vertraulich");
        await talk.SaysAsync("amina", "TOP Beirat: =HYPERLINK(\"http://x\";\"y\")");
        var network = (await talk.NetworkAsync()).Network;
        var opening = Opening.Of(
            network, network.GeneralAssembly!, new Motion(MotionKind.Poll, network.GeneralAssembly!.Id, "Geheime Frage", "1"), new BallotId("geheim"), talk.Time.Now, talk.Time.Now + Duration.FromDays(3));
        await talk.Get<BallotOpener>().OpenAsync(Talk.Network, opening with { Ballot = opening.Ballot with { Secrecy = BallotSecrecy.Secret } }, [], Cancellation);
        await talk.SettleAsync();
        await talk.PressesAsync("amina", "Ja");
        await talk.PressesAsync("bernd", "Nein");
        return talk;
    }

    /// <summary>A feature whose part cannot be written.</summary>
    private sealed class Dying : ITakenAlong
    {
        public async IAsyncEnumerable<TakenPart> PartsAsync(Turn turn, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.CompletedTask;
            yield return new TakenPart.Table(Sentence.TakenCoordinators, [new TakenRow(TakenPlace.Open, "halb")]);
            throw new IOException("The disk is full.");
        }
    }
}
