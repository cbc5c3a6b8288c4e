using System.Threading.Tasks;
using Bot.Domain.Minutes;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>The store fails once while minutes are drafted, circulated, corrected or approved: then it was done once, and everybody is told once.</summary>
public class MinutesCrashTests
{
    private const string Correction = "Berichtigung zum Protokoll: TOP 1, Zeile 1: Die Stadt stellt Strom und Wasser.";

    public static TheoryData<Store, bool> Failures => Talk.Failures;

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Draft_StoreFailsAtAnyWrite_IsThereOnceAndTheCoordinatorIsToldOnce(Store store, bool isWritten) => await Talk.AtEachWriteAsync(3, store, async failing =>
    {
        await using var talk = await Talk.StartAsync(store);
        await talk.EverybodyOpensAsync("katrin", "bernd");
        var meeting = await talk.BoardHasMetAsync();
        var writes = await talk.FailOnceAsync(failing, isWritten, () => talk.SaysAsync("bernd", "Protokoll erstellen Beirat"));
        if (talk.HeardBy("bernd", "Da ist beim Bot etwas schiefgegangen.") > 0)
        {
            await talk.SaysAsync("bernd", "Protokoll erstellen Beirat");
        }

        Assert.Equal(1, (await talk.MinutesAsync(meeting.Id)).Version);
        Assert.NotEmpty((await talk.BodyAsync(meeting.Id)).Items);
        Assert.Equal(1, talk.HeardBy("katrin", "Der Entwurf des Protokolls liegt vor. Bitte prüfen"));
        return writes;
    });

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Circulate_StoreFailsAtAnyWrite_TellsEverybodyOnce(Store store, bool isWritten) => await Talk.AtEachWriteAsync(3, store, async failing =>
    {
        await using var talk = await Talk.StartAsync(store);
        await talk.EverybodyOpensAsync("katrin", "bernd", "clara");
        var meeting = await talk.BoardHasMetAsync();
        await talk.SaysAsync("bernd", "Protokoll erstellen Beirat");
        await talk.PressesAsync("bernd", "An das Gremium geben");
        var writes = await talk.FailOnceAsync(failing, isWritten, () => talk.PressesAsync("bernd", "Ja, verteilen"));
        Assert.Equal((MinutesState.Circulated, 1), ((await talk.MinutesAsync(meeting.Id)).State, (await talk.MinutesAsync(meeting.Id)).Version));
        Assert.Equal(1, talk.CountOf(Talk.Board, "Der Entwurf des Protokolls liegt vor."));
        Assert.Equal(1, talk.HeardBy("clara", "Der Entwurf des Protokolls liegt vor."));
        return writes;
    });

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Correct_StoreFailsAtAnyWrite_IsProposedAndToldOnce(Store store, bool isWritten) => await Talk.AtEachWriteAsync(3, store, async failing =>
    {
        await using var talk = await Talk.StartAsync(store);
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd");
        var meeting = await talk.BoardHasMetAsync();
        await talk.BoardGetsMinutesAsync();
        await talk.SaysAsync("amina", Correction);
        var writes = await talk.FailOnceAsync(failing, isWritten, () => talk.PressesAsync("amina", "Vorschlagen"));
        var correction = Assert.Single((await talk.MinutesAsync(meeting.Id)).Corrections);
        Assert.Equal((1, CorrectionState.Proposed, "Die Stadt stellt Strom und Wasser."), (correction.Number, correction.State, correction.Text));
        Assert.All(["bernd", "katrin"], who => Assert.Equal(1, talk.HeardBy(who, "Berichtigung 1 ist vorgeschlagen")));
        return writes;
    });

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Accept_StoreFailsAtAnyWrite_MakesOneVersionAndTellsOnce(Store store, bool isWritten) => await Talk.AtEachWriteAsync(3, store, async failing =>
    {
        await using var talk = await Talk.StartAsync(store);
        await talk.EverybodyOpensAsync("amina", "bernd");
        var meeting = await talk.BoardHasMetAsync();
        await talk.BoardGetsMinutesAsync();
        await talk.SaysAsync("amina", Correction);
        await talk.PressesAsync("amina", "Vorschlagen");
        await talk.SaysAsync("bernd", "Berichtigungen entscheiden");
        var writes = await talk.FailOnceAsync(failing, isWritten, () => talk.PressesAsync("bernd", "Annehmen"));
        var kept = await talk.MinutesAsync(meeting.Id);
        Assert.Equal((2, 0, 2), (kept.Version, kept.Undecided, kept.Corrections[0].Version));
        Assert.Equal("Die Stadt stellt Strom und Wasser.", (await talk.BodyAsync(meeting.Id)).At(1)!.Entries[0].Text);
        Assert.Equal(1, talk.HeardBy("amina", "Ihre Berichtigung 1 ist angenommen."));
        return writes;
    });

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Approve_StoreFailsAtAnyWrite_IsApprovedAndToldOnce(Store store, bool isWritten) => await Talk.AtEachWriteAsync(3, store, async failing =>
    {
        await using var talk = await Talk.StartAsync(store);
        await talk.EverybodyOpensAsync("amina", "bernd", "clara");
        var meeting = await talk.BoardHasMetAsync();
        await talk.BoardGetsMinutesAsync();
        var later = await talk.BoardMeetsAgainAsync();
        await talk.SaysAsync("clara", "Protokoll genehmigen");
        var writes = await talk.FailOnceAsync(failing, isWritten, () => talk.PressesAsync("clara", "Ohne Einwand genehmigt"));
        var kept = await talk.MinutesAsync(meeting.Id);
        Assert.Equal((MinutesState.Approved, 1, later.Id, 1), (kept.State, kept.Version, kept.Approval!.Meeting, kept.Approval.Version));
        Assert.Equal(1, talk.CountOf(Talk.Board, "Genehmigt ohne Einwand in der Sitzung vom 18.03.2027, Version 1"));
        Assert.Equal(1, talk.HeardBy("amina", "Genehmigt ohne Einwand"));
        return writes;
    });

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Approve_SomebodyCorrectsBeforeAnyOfItsWrites_TheCorrectionIsKnownBeforeOrComesAfter(Store store) => await Talk.AtEachWriteAsync(1, store, async write =>
    {
        await using var talk = await CorrectedAsync(store);
        var data = talk.DataOf("amina", "Vorschlagen");
        data["text"] = "Es regnete.";
        var writes = await talk.InterruptAsync(write, talk.Join(), talk.Pressed("amina", "minutes.correct", data), () => talk.PressesAsync("clara", "Ohne Einwand genehmigt"));
        await HoldsAsync(talk);
        return writes;
    });

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Correct_TheChairApprovesBeforeAnyOfItsWrites_TheCorrectionIsKnownBeforeOrComesAfter(Store store) => await Talk.AtEachWriteAsync(1, store, async write =>
    {
        await using var talk = await CorrectedAsync(store);
        var approve = talk.Pressed("clara", "minutes.approve", talk.DataOf("clara", "Ohne Einwand genehmigt"));
        var writes = await talk.InterruptAsync(write, talk.Join(), approve, () => talk.PressesAsync("amina", "Vorschlagen", null, ("text", "Es regnete.")));
        await HoldsAsync(talk);
        return writes;
    });

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Accept_TheChairApprovesTheVersionBefore_IsNeverApprovedWithoutIt(Store store) => await Talk.AtEachWriteAsync(1, store, async write =>
    {
        await using var talk = await CorrectedAsync(store);
        await talk.PressesAsync("amina", "Vorschlagen", null, ("text", "Es regnete."));
        await talk.SaysAsync("bernd", "Berichtigungen entscheiden");
        var approve = talk.Pressed("clara", "minutes.approve", talk.DataOf("clara", "Ohne Einwand genehmigt"));
        var writes = await talk.InterruptAsync(write, talk.Join(), approve, () => talk.PressesAsync("bernd", "Annehmen"));
        var kept = await OnlyAsync(talk);
        Assert.Equal((MinutesState.Circulated, 2, 0), (kept.State, kept.Version, kept.Undecided));
        return writes;
    });

    /// <summary>Minutes the chair of the next meeting was asked to approve, while Amina has a correction open before her.</summary>
    private static async Task<Talk> CorrectedAsync(Store store)
    {
        var talk = await Talk.StartAsync(store);
        await talk.EverybodyOpensAsync("amina", "bernd", "clara");
        await talk.BoardHasMetAsync();
        await talk.BoardGetsMinutesAsync();
        await talk.BoardMeetsAgainAsync();
        await talk.SaysAsync("clara", "Protokoll genehmigen");
        await talk.SaysAsync("amina", "Berichtigung zum Protokoll Beirat 14.1.: TOP 1 Es regnete.");
        return talk;
    }

    private static async Task HoldsAsync(Talk talk)
    {
        var kept = await OnlyAsync(talk);
        var correction = Assert.Single(kept.Corrections);
        Assert.Equal((kept.Approval is not null, 1), (correction.IsAfterApproval, kept.Undecided));
        Assert.Equal(kept.Approval is null ? MinutesState.Circulated : MinutesState.Approved, kept.State);
        Assert.Equal(kept.Approval is null ? 0 : 1, talk.CountOf(Talk.Board, "Genehmigt ohne Einwand"));
        Assert.Equal(1, talk.HeardBy("bernd", "Berichtigung 1 ist vorgeschlagen"));
    }

    private static async Task<MeetingMinutes> OnlyAsync(Talk talk) => await talk.MinutesAsync((await talk.MeetingsAsync())[0].Id);
}
