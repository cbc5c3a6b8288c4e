using System;
using System.Linq;
using System.Threading;
using Bot.Features.Admissions;
using Bot.Features.Backups;
using Bot.Features.Ballots;
using Bot.Features.Calendars;
using Bot.Features.Calendars.ServeFeed;
using Bot.Features.Deliveries;
using Bot.Features.Digests;
using Bot.Features.Elections;
using Bot.Features.ExampleNetwork;
using Bot.Features.Expulsions;
using Bot.Features.Groups;
using Bot.Features.Help;
using Bot.Features.Holidays;
using Bot.Features.Invitations;
using Bot.Features.Meetings;
using Bot.Features.MemberLists;
using Bot.Features.Members;
using Bot.Features.Memberships;
using Bot.Features.Minutes;
using Bot.Features.Motions;
using Bot.Features.Polls;
using Bot.Features.Privacy;
using Bot.Features.Prospects;
using Bot.Features.Register;
using Bot.Features.Rotas;
using Bot.Features.Rules;
using Bot.Features.SeatTerms;
using Bot.Features.Sessions;
using Bot.Features.Setup;
using Bot.Features.Tasks;
using Bot.Platform.Activities;
using Bot.Platform.Deliveries;
using Bot.Platform.Directory;
using Bot.Platform.Hosting;
using Bot.Platform.Playground;
using Bot.Platform.Scheduling;
using Bot.Platform.Tables;
using Bot.Platform.Telemetry;
using Bot.Storage;
using Bot.Turns;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

try
{
    if (args is [var order, ..] && Orders.Contains(order))
    {
        var isOfStore = StoreOrders.Names.Contains(order);
        var arguments = isOfStore ? StoreOrders.Read(args[1..]) : BackupOrders.Read(args[1..]);
        var desk = WebApplication.CreateBuilder([.. arguments.Rest]);
        desk.AddHosting();
        desk.Services.AddTableStore().AddSingleton<NetworkStore>().AddSingleton<ResolutionStore>().AddSingleton<SetupCodeStore>().AddBackups();
        await using var office = desk.Build().CheckSettings();
        return isOfStore
            ? await office.Services.GetRequiredService<StoreOrders>().RunAsync(order, arguments, Console.Out, CancellationToken.None)
            : await office.Services.GetRequiredService<BackupOrders>().RunAsync(order, arguments, Console.Out, CancellationToken.None);
    }

    var builder = WebApplication.CreateBuilder(args);
    builder.AddHosting();
    builder.Services
        .AddTelemetry(builder.Configuration)
        .AddTableStore()
        .AddActivities(builder.Configuration)
        .AddDeliveries()
        .AddScheduling(builder.Configuration)
        .AddDirectory(builder.Configuration)
        .AddStorage()
        .AddTurns()
        .AddMeetings()
        .AddSessions()
        .AddTasks()
        .AddCalendars(builder.Configuration)
        .AddRotas()
        .AddDigests()
        .AddInvitations()
        .AddBallots()
        .AddElections()
        .AddMandates()
        .AddAdmissions()
        .AddExpulsions()
        .AddMemberships()
        .AddProspects()
        .AddDeliveryReports()
        .AddMotions()
        .AddPolls()
        .AddRegister()
        .AddMinutes()
        .AddRules()
        .AddMembers()
        .AddGroups()
        .AddSetup()
        .AddMemberLists()
        .AddPrivacy()
        .AddHolidays()
        .AddHelp()
        .AddStopOnMarkedStore()
        .AddExampleNetwork(builder.Configuration, builder.Environment)
        .AddPlayground(builder.Configuration);

    var app = builder.Build().CheckSettings();
    app.MapActivities("/api/messages");
    app.MapCalendars();
    app.MapHealth();
    app.MapPlayground();
    await app.RunToEndAsync();
    return 0;
}
catch (Exception exception) when (StartFault.Of(exception) is { Count: > 0 } faults)
{
    return StartFault.Tell(faults, args is [var order, ..] && Orders.Contains(order) ? $"{order} was not done:" : "The bot did not start:");
}

/// <summary>Entry point; with an order as first word it does that and ends.</summary>
internal sealed partial class Program
{
    private static readonly string[] Orders = [.. BackupOrders.Names, .. StoreOrders.Names];
}
