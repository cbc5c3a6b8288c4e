using System;
using Bot.Features.Admissions;
using Bot.Features.Ballots;
using Bot.Features.Calendars;
using Bot.Features.Calendars.ServeFeed;
using Bot.Features.Digests;
using Bot.Features.Elections;
using Bot.Features.ExampleNetwork;
using Bot.Features.Groups;
using Bot.Features.Help;
using Bot.Features.Holidays;
using Bot.Features.Invitations;
using Bot.Features.Meetings;
using Bot.Features.MemberLists;
using Bot.Features.Members;
using Bot.Features.Minutes;
using Bot.Features.Motions;
using Bot.Features.Polls;
using Bot.Features.Register;
using Bot.Features.Rotas;
using Bot.Features.Rules;
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
using Bot.Storage;
using Bot.Turns;
using Microsoft.AspNetCore.Builder;

try
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddHosting();
    builder.Services
        .AddTableStore()
        .AddActivities(builder.Configuration)
        .AddDeliveries()
        .AddScheduling()
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
        .AddAdmissions()
        .AddMotions()
        .AddPolls()
        .AddRegister()
        .AddMinutes()
        .AddRules()
        .AddMembers()
        .AddGroups()
        .AddSetup()
        .AddMemberLists()
        .AddHolidays()
        .AddHelp()
        .AddExampleNetwork(builder.Configuration, builder.Environment)
        .AddPlayground(builder.Configuration);

    var app = builder.Build().CheckSettings();
    app.MapActivities("/api/messages");
    app.MapCalendars();
    app.MapPlayground();
    await app.RunAsync();
    return 0;
}
catch (Exception exception) when (StartFault.Of(exception) is { Count: > 0 } faults)
{
    return StartFault.Tell(faults);
}
