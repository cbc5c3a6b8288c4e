using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Bot.Tests.Contracts.Graph;
using Xunit;

namespace Bot.Tests.Conversations;

/// <content>Scenes with a calendar, and looks into what is stored of it.</content>
internal sealed partial class Talk
{
    /// <summary>Starts the bot with Graph on. The board's members and the coordinator have mail addresses; Gerd, of the board, has one and no Teams.</summary>
    public static async Task<Talk> WithGraphAsync(
        GraphService graph, Store store = Store.Sqlite, int timeoutSeconds = 30, Func<NetworkSnapshot, NetworkSnapshot>? change = null, Microsoft.Extensions.Logging.ILoggerProvider? log = null)
    {
        var talk = await StartAsync(store, snapshot => (change ?? (same => same))(WithMails(snapshot)), graph.Settings(timeoutSeconds), log);
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "clara");
        return talk;
    }

    /// <summary>Mail addresses for some, and Gerd.</summary>
    public static NetworkSnapshot WithMails(NetworkSnapshot snapshot) => snapshot with
    {
        Network = snapshot.Network with
        {
            People =
            [
                .. snapshot.Network.People.Select(person => person.Id.Value is "katrin" or "amina" or "bernd" or "clara" ? person with { Mail = MailAddress.Read(AddressOf(person.Id.Value)) } : person),
                new Person(new PersonId("gerd"), "Gerd Ohnesorg", IsCoordinator: false) { Mail = MailAddress.Read(AddressOf("gerd")) },
            ],
            Seats = [.. snapshot.Network.Seats, new Seat(new CommitteeId("beirat"), new PersonId("gerd"))],
        },
    };

    /// <summary>Somebody's mail address.</summary>
    public static string AddressOf(string who) => who + "@example.org";

    /// <summary>The only meeting.</summary>
    public async Task<Meeting> MeetingAsync() => Assert.Single(await MeetingsAsync());

    /// <summary>Changes the only meeting as a feature would that moves it, and has it looked at.</summary>
    public async Task ChangeMeetingAsync(Func<Meeting, Meeting> change)
    {
        var meetings = Get<MeetingStore>();
        var found = (await meetings.FindAsync(Network, (await MeetingAsync()).Id, Cancellation))!.Value;
        var changed = change(found.Value) with { Revision = found.Value.Revision + 1, ChangedAt = Time.Now };
        Assert.True(await meetings.TrySaveAsync(Network, found with { Value = changed }, Cancellation));
        await Get<DueTable>().LookAgainAsync(Subjects.Due(Network, Subjects.Meeting, changed.Id.Value), Cancellation);
        if (Settles)
        {
            await SettleAsync();
        }
    }

    /// <summary>How the only meeting stands in the calendar.</summary>
    public async Task<Invitation?> InvitationAsync() => await Get<InvitationStore>().FindAsync(Network, (await MeetingAsync()).Id, Cancellation);

    /// <summary>What was answered to the only meeting in calendars, by person.</summary>
    public async Task<IReadOnlyList<CalendarAnswer>> AnswersAsync() => await Get<InvitationStore>().AnswersAsync(Network, (await MeetingAsync()).Id, Cancellation);
}
