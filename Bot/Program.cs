using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Features.Admissions;
using Bot.Features.Backups;
using Bot.Features.Ballots;
using Bot.Features.Calendars;
using Bot.Features.Calendars.ServeFeed;
using Bot.Features.Checkup;
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
using Bot.Features.TeamsApp;
using Bot.Platform.Activities;
using Bot.Platform.Deliveries;
using Bot.Platform.Directory;
using Bot.Platform.Hosting;
using Bot.Platform.Playground;
using Bot.Platform.Scheduling;
using Bot.Platform.Tables;
using Bot.Platform.Telemetry;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

try
{
    if (!Languages.AreHere && !(args is [var first, ..] && CheckOrder.Names.Contains(first)))
    {
        // Nothing can be said without them, and what fails first would be a page of stack trace. The order check says it in a line of its own.
        throw new InvalidDataException(Languages.Missing);
    }

    if (args is [var order, ..] && Orders.Contains(order))
    {
        return await RunOrderAsync(order, args[1..]);
    }

    var builder = WebApplication.CreateBuilder(args);
    Compose(builder.AddHosting());

    var app = builder.Build().CheckSettings();
    app.MapActivities("/api/messages");
    app.MapCalendars();
    app.MapHealth();
    app.MapAbout();
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
    private static readonly string[] Orders = [.. BackupOrders.Names, .. LeaveOrders.Names, .. StoreOrders.Names, .. PackageOrder.Names, .. CheckOrder.Names];

    /// <summary>Everything the bot is made of. Nothing of it does anything before the host is started.</summary>
    private static WebApplicationBuilder Compose(WebApplicationBuilder builder)
    {
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
            .AddTeamsApp()
            .AddStopOnMarkedStore()
            .AddExampleNetwork(builder.Configuration, builder.Environment)
            .AddPlayground(builder.Configuration);
        return builder;
    }

    private static Task<int> RunOrderAsync(string order, string[] words) => order switch
    {
        _ when PackageOrder.Names.Contains(order) => PackAsync(PackageOrder.Read(words)),
        _ when CheckOrder.Names.Contains(order) => CheckAsync(words, Console.Out, CancellationToken.None),
        _ when LeaveOrders.Names.Contains(order) => LeaveAsync(order, words, Console.Out, Console.Error, exchange: null, CancellationToken.None),
        _ => KeepAsync(order, words),
    };

    /// <summary>The orders about what is stored.</summary>
    private static async Task<int> KeepAsync(string order, string[] words)
    {
        var isOfStore = StoreOrders.Names.Contains(order);
        var arguments = isOfStore ? StoreOrders.Read(words) : BackupOrders.Read(words);
        var desk = WebApplication.CreateBuilder([.. arguments.Rest]);
        desk.AddHosting();
        desk.Services.AddTableStore().AddSingleton<NetworkStore>().AddSingleton<ResolutionStore>().AddSingleton<SetupCodeStore>().AddBackups();
        await using var office = desk.Build().CheckSettings();
        return isOfStore
            ? await office.Services.GetRequiredService<StoreOrders>().RunAsync(order, arguments, Console.Out, CancellationToken.None)
            : await office.Services.GetRequiredService<BackupOrders>().RunAsync(order, arguments, Console.Out, CancellationToken.None);
    }

    /// <summary>What a network that leaves takes along, and its deletion. The whole composition, never started: each feature writes its own part of an export.</summary>
    /// <param name="order">One of <see cref="LeaveOrders.Names"/>.</param>
    /// <param name="words">What stands behind it.</param>
    /// <param name="output">Where it is told what was done.</param>
    /// <param name="errors">Where it is told why nothing was.</param>
    /// <param name="exchange">Puts other parts in place of the bot's, for tests; null for none.</param>
    /// <param name="cancellationToken">Stops it.</param>
    internal static async Task<int> LeaveAsync(string order, string[] words, TextWriter output, TextWriter errors, Action<IServiceCollection>? exchange, CancellationToken cancellationToken)
    {
        OrderArguments arguments;
        try
        {
            arguments = LeaveOrders.Read(words);
        }
        catch (OrderException wrong)
        {
            return await LeaveOrders.RefuseAsync(order, wrong.Message, errors);
        }

        var desk = Compose(WebApplication.CreateBuilder([.. arguments.Rest]).AddHosting());
        exchange?.Invoke(desk.Services);
        desk.Services.AddLeaving();
        await using var office = desk.Build();
        return await office.Services.GetRequiredService<LeaveOrders>().RunAsync(order, arguments, output, errors, cancellationToken);
    }

    private static async Task<int> PackAsync(OrderArguments arguments)
    {
        var desk = WebApplication.CreateBuilder([.. arguments.Rest]);
        desk.AddHosting();
        desk.Services.AddTeamsApp();
        await using var office = desk.Build().CheckSettings();
        return await office.Services.GetRequiredService<PackageOrder>().RunAsync(arguments, Console.Out, Console.Error, CancellationToken.None);
    }

    /// <summary>Looks at what a bot with these settings would meet. The same composition, never started.</summary>
    internal static async Task<int> CheckAsync(string[] words, TextWriter output, CancellationToken cancellationToken)
    {
        if (!Languages.AreHere)
        {
            await output.WriteLineAsync(Languages.Missing);
            return 1;
        }

        var arguments = CheckOrder.Read(words);
        var desk = Compose(WebApplication.CreateBuilder([.. arguments.Rest]).AddHosting(refusesUnknown: false));
        desk.Services.AddCheckup();
        // What was found is told in lines of its own; what the parts log meanwhile would stand between them.
        desk.Logging.ClearProviders();
        await using var office = desk.Build();
        return await office.Services.GetRequiredService<CheckOrder>().RunAsync(arguments, output, cancellationToken);
    }
}
