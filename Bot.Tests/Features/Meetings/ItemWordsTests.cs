using Bot.Domain.Agendas;
using Bot.Features.ExampleNetwork;
using Bot.Features.Meetings.EditAgenda;
using Bot.Features.Meetings.ProposeItem;
using Bot.Features.Rules.SetStandingItems;
using Bot.Turns;
using Xunit;

namespace Bot.Tests.Features.Meetings;

/// <summary>What people type about an item, in both languages, with typing errors; and what is none of it.</summary>
public class ItemWordsTests
{
    [Theory]
    [InlineData("TOP 3 nach oben", 3, "before:0", "")]
    [InlineData("top 3 nahc oben", 3, "before:0", "")]
    [InlineData("TOP 3 hoch", 3, "before:0", "")]
    [InlineData("Punkt 3 nach unten", 3, "after:0", "")]
    [InlineData("move item 3 up", 3, "before:0", "")]
    [InlineData("Item 3 down", 3, "after:0", "")]
    [InlineData("Verschiebe TOP 3 nach unten", 3, "after:0", "")]
    [InlineData("TOP 5 vor TOP 2", 5, "before:2", "")]
    [InlineData("TOP 5 vor 2", 5, "before:2", "")]
    [InlineData("TOP 2 hinter TOP 12", 2, "after:12", "")]
    [InlineData("TOP 2 nach TOP 4", 2, "after:4", "")]
    [InlineData("item 5 before item 2", 5, "before:2", "")]
    [InlineData("TOP 4 ans Ende", 4, "last", "")]
    [InlineData("TOP 4 an den Anfang", 4, "first", "")]
    [InlineData("TOP 4 als erstes!", 4, "first", "")]
    [InlineData("item 4 to the top", 4, "first", "")]
    [InlineData("TOP 4 15 min", 4, "minutes:15", "")]
    [InlineData("TOP 4: 15 Minuten", 4, "minutes:15", "")]
    [InlineData("TOP 4 dauert 20 min.", 4, "minutes:20", "")]
    [InlineData("Item 4 takes 20 minutes", 4, "minutes:20", "")]
    [InlineData("TOP 4 ohne Dauer", 4, "minutes:", "")]
    [InlineData("TOP 2 Vortrag: Anna Berg", 2, "presenter:Anna Berg", "")]
    [InlineData("TOP 2 vorgetragen von Anna", 2, "presenter:Anna", "")]
    [InlineData("Item 2 presenter: Anna", 2, "presenter:Anna", "")]
    [InlineData("Item 2 presented by Anna", 2, "presenter:Anna", "")]
    [InlineData("TOP 2 ohne Vortrag", 2, "presenter:", "")]
    [InlineData("TOP 3 vertraulich", 3, "confidential", "")]
    [InlineData("TOP 3 vertrauluch", 3, "confidential", "")]
    [InlineData("TOP 3 nichtöffentlich", 3, "confidential", "")]
    [InlineData("TOP 3 nicht öffentlich", 3, "confidential", "")]
    [InlineData("Item 3 confidential", 3, "confidential", "")]
    [InlineData("TOP 3 öffentlich", 3, "public", "")]
    [InlineData("TOP 3 nicht mehr vertraulich", 3, "public", "")]
    [InlineData("TOP 3 zurückziehen", 3, "withdraw", "")]
    [InlineData("TOP 3 zurueckzihen", 3, "withdraw", "")]
    [InlineData("withdraw item 3", 3, "withdraw", "")]
    [InlineData("TOP 3 streichen", 3, "withdraw", "")]
    [InlineData("TOP 3 umbenennen: Haushalt 2027", 3, "title:Haushalt 2027", "")]
    [InlineData("TOP 3 ändern: Haushalt des Plenums", 3, "title:Haushalt des Plenums", "")]
    [InlineData("Item 3 rename: Budget", 3, "title:Budget", "")]
    [InlineData("TOP 6 aufnehmen", 6, "take", "")]
    [InlineData("TOP 6 nicht aufnehmen", 6, "leave", "")]
    [InlineData("Item 6 take up", 6, "take", "")]
    [InlineData("Item 6 not taken up", 6, "leave", "")]
    [InlineData("TOP 3 an den Beirat verweisen", 3, "refer:beirat", "")]
    [InlineData("TOP 3 an den Berat überweisen", 3, "refer:beirat", "")]
    [InlineData("TOP 3 an das Plenum verwiesen", 3, "refer:plenum", "")]
    [InlineData("Verweise TOP 3 an den Beirat", 3, "refer:beirat", "")]
    [InlineData("refer item 3 to the board", 3, "refer:beirat", "")]
    [InlineData("TOP 3 vom Plenum an den Beirat verweisen", 3, "refer:beirat", "Plenum")]
    [InlineData("TOP 3 an den Ausschuss verweisen", 3, "refer:-", "")]
    [InlineData("TOP 1 im Plenum umbenennen: Haushalt des Beirats", 1, "title:Haushalt des Beirats", "Plenum")]
    [InlineData("TOP 1 Beirat Vortrag: Anna vom Plenum", 1, "presenter:Anna vom Plenum", "Beirat")]
    [InlineData("TOP 3 nach oben im Beirat", 3, "before:0", "Beirat")]
    [InlineData("TOP 3 im Beirat nach oben", 3, "before:0", "Beirat")]
    [InlineData("TOP 3 Plenum ans Ende", 3, "last", "Plenum")]
    [InlineData("Item 3 board up", 3, "before:0", "Beirat")]
    public void Read_AChange_IsUnderstood(string line, int place, string code, string where)
    {
        var words = ItemWords.Read(ExampleSnapshot.Create().Network, new CommandText(line));
        Assert.NotNull(words);
        Assert.Equal((place, code), (words.Place, ChangeCode.Write(words.Wanted)));
        Assert.Contains(where, words.Where, System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TOP 10 Jahre Bündnis")]
    [InlineData("TOP: 3 nach oben")]
    [InlineData("TOP 3")]
    [InlineData("TOP 3 Vortrag zur Lage")]
    [InlineData("TOP 2027")]
    [InlineData("TOP 30 Jahre Demokratie, 20 min")]
    [InlineData("TOP Beirat: Haushalt")]
    [InlineData("TOP 5 vor zwölf")]
    [InlineData("TOP 3 Anträge an das Plenum")]
    [InlineData("TOP 3 Vereine stellen sich vor")]
    [InlineData("TOP 4 Personen aufnehmen")]
    [InlineData("Tagesordnung")]
    [InlineData("nach oben")]
    public void Read_WhatIsNoChange_IsNone(string line) => Assert.Null(ItemWords.Read(ExampleSnapshot.Create().Network, new CommandText(line)));

    [Theory]
    [InlineData("TOP 5 nach Ostern", false)]
    [InlineData("TOP 5 nach der Wahl", false)]
    [InlineData("TOP 5 vor zwölf", false)]
    [InlineData("TOP 10 Jahre nach der Gründung", false)]
    [InlineData("TOP 3 Wochen vor dem Fest, 20 min", false)]
    [InlineData("TOP 3 Nacht der Museen", false)]
    [InlineData("TOP 3 Vorträge zur Lage", false)]
    [InlineData("Item 5 after Easter", false)]
    [InlineData("Item 2 before the summer", false)]
    [InlineData("TOP 5 nach: Ostern", false)]
    [InlineData("TOP: 5 nach TPO 2", false)]
    [InlineData("TOP 5 nach TPO 2", true)]
    [InlineData("TOP 5 nach Punkt zwei", true)]
    [InlineData("TOP 5 nach dem TOP Haushalt", true)]
    [InlineData("TOP 5 nacch 2 bitte", true)]
    [InlineData("TOP 5 nach allem anderen", true)]
    [InlineData("TOP 5 hinter die Wahl", true)]
    [InlineData("TOP 5 irgendwo vor der Pause", true)]
    [InlineData("TOP 5 vor der 2 einordnen", true)]
    [InlineData("TOP 5 nach", true)]
    [InlineData("TOP 5 vor den", true)]
    [InlineData("TOP 3 nach obn rechts", true)]
    [InlineData("TOP 3 ganz nach hinten bitte", true)]
    [InlineData("Item 5 after item two", true)]
    [InlineData("verschiebe TOP 5 nach Ostern", true)]
    public void LooksLikeOrder_BesideSomething_OnlyWhereAPositionFollows(string line, bool expected)
    {
        Assert.Null(ItemWords.Read(ExampleSnapshot.Create().Network, new CommandText(line)));
        Assert.Equal(expected, ItemWords.LooksLikeOrder(new CommandText(line)));
    }

    [Theory]
    [InlineData("TOP 5 nach Ostern", 5, true, "ostern")]
    [InlineData("TOP 2 vor dem Haushalt", 2, false, "haushalt")]
    [InlineData("Item 2 after the budget", 2, true, "budget")]
    [InlineData("TOP 5 nach", 0, false, null)]
    [InlineData("TOP 10 Jahre nach der Gründung", 0, false, null)]
    [InlineData("TOP: 5 nach Ostern", 0, false, null)]
    public void BesideTitle_NamesWhatMayBeAnItem(string line, int place, bool isBehind, string? title) =>
        Assert.Equal(title is null ? null : (place, isBehind, title), ItemWords.BesideTitle(new CommandText(line)));

    [Theory]
    [InlineData("before:5")]
    [InlineData("after:12")]
    [InlineData("first")]
    [InlineData("last")]
    [InlineData("minutes:15")]
    [InlineData("minutes:")]
    [InlineData("presenter:Anna: Berg")]
    [InlineData("confidential")]
    [InlineData("public")]
    [InlineData("title:Haushalt: Entwurf")]
    [InlineData("withdraw")]
    [InlineData("take")]
    [InlineData("leave")]
    [InlineData("refer:beirat")]
    public void ChangeCode_EachChange_IsReadBack(string code) => Assert.Equal(code, ChangeCode.Write(ChangeCode.Read(code)!));

    [Theory]
    [InlineData("")]
    [InlineData("before:x")]
    [InlineData("refer:")]
    [InlineData("explode")]
    public void ChangeCode_MadeUp_IsNone(string code) => Assert.Null(ChangeCode.Read(code));

    [Theory]
    [InlineData("Bericht Jugendforum, 10 min, Bernd", "Bericht Jugendforum", 10, "Bernd")]
    [InlineData("Bericht (10 Minuten), mit Bernd Krüger", "Bericht", 10, "Bernd Krüger")]
    [InlineData("Report, 5 min, presenter: Anna Berg-Lee", "Report", 5, "Anna Berg-Lee")]
    [InlineData("Bericht Jugendforum, Bernd", "Bericht Jugendforum, Bernd", null, "")]
    [InlineData("Bericht, 10 min, 5 min Pause", "Bericht, 10 min, 5 min Pause", null, "")]
    [InlineData("Bericht, 10 min", "Bericht", 10, "")]
    [InlineData("Bernd, 10 min", "Bernd", 10, "")]
    public void ProposedItem_Typed_TakesANameBehindTheLength(string words, string title, int? minutes, string presenter)
    {
        var read = ProposedItem.Typed(words);
        Assert.Equal((title, minutes, presenter), (read.Title, read.Minutes, read.Presenter));
    }

    [Theory]
    [InlineData("vertraulich: Personalie, 10 min", "Personalie", 10, true)]
    [InlineData("Personalie (10 Minuten), vertraulich", "Personalie", 10, true)]
    [InlineData("Confidential: staff", "staff", null, true)]
    [InlineData("nicht öffentlich: Personalie", "Personalie", null, true)]
    [InlineData("Vertrauliche Geburt", "Vertrauliche Geburt", null, false)]
    [InlineData("Wie vertraulich ist der Chat?", "Wie vertraulich ist der Chat?", null, false)]
    [InlineData("Haushalt, 15 min", "Haushalt", 15, false)]
    public void ProposedItem_Typed_SaysWhetherItIsConfidential(string words, string title, int? minutes, bool isConfidential) =>
        Assert.Equal(new ProposedItem(title, minutes, isConfidential ? AgendaVisibility.Committee : AgendaVisibility.All), ProposedItem.Typed(words));

    [Theory]
    [InlineData("Eröffnung 5 min, Berichte, …, Verschiedenes", "0|5|Eröffnung\n0||Berichte\n1||Verschiedenes")]
    [InlineData("Eröffnung; Berichte, kurz; ...; Ausblick (10 Minuten); Schluss", "0||Eröffnung\n0||Berichte, kurz\n1|10|Ausblick\n1||Schluss")]
    [InlineData("Eröffnung, Verschiedenes", "0||Eröffnung\n1||Verschiedenes")]
    [InlineData("Opening, Reports, any other business", "0||Opening\n0||Reports\n1||any other business")]
    [InlineData("Eröffnung, Berichte", "0||Eröffnung\n0||Berichte")]
    [InlineData("…, Verschiedenes", "1||Verschiedenes")]
    [InlineData("keine", "")]
    [InlineData("None.", "")]
    public void StandingWords_AList_IsUnderstoodAndWrittenBack(string words, string code)
    {
        var items = StandingWords.Read(words);
        Assert.Equal(code, items?.ToCode());
        Assert.Equal(items, code.Length == 0 ? items : StandingWords.Read(StandingWords.Write(items!)));
    }

    [Theory]
    [InlineData("A, …, B, …")]
    [InlineData("A, a")]
    [InlineData("A 999 min")]
    [InlineData(",,,")]
    public void StandingWords_WhatBreaksALimit_IsNotUnderstood(string words) => Assert.Null(StandingWords.Read(words));
}
