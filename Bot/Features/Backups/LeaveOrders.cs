using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Features.Backups.Export;
using Bot.Platform.Hosting;
using Bot.Platform.Tables;
using Bot.Storage;

namespace Bot.Features.Backups;

/// <summary>The orders <c>export</c> and <c>remove</c> of the bot's command line, for whoever runs it: what a network that leaves takes along in open formats, and its deletion for good.</summary>
internal sealed class LeaveOrders(ITableStore tables, NetworkExport export, NetworkRemoval removal)
{
    /// <summary>Exit code for words with which nothing was begun: a network that is not there, a name that is not its own, a folder in use.</summary>
    public const int WrongWords = 2;

    private const string Network = "--network";
    private const string To = "--to";
    private const string Confirm = "--confirm";
    private const string Remove = "remove";

    /// <summary>The orders' names.</summary>
    public static IReadOnlyList<string> Names { get; } = ["export", Remove];

    /// <summary>Parts the order's own words from the bot's settings.</summary>
    public static OrderArguments Read(IReadOnlyList<string> args) => new(args, [Network, To, Confirm, OrderArguments.Language], []);

    /// <summary>Carries an order out.</summary>
    /// <param name="order">One of <see cref="Names"/>.</param>
    /// <param name="arguments">What stands behind it.</param>
    /// <param name="output">Where it is told what was done.</param>
    /// <param name="errors">Where it is told why nothing was.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The exit code: 0, or <see cref="WrongWords"/> when nothing was begun.</returns>
    public async Task<int> RunAsync(string order, OrderArguments arguments, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        try
        {
            var network = arguments.Value(Network) is { } id ? new NetworkId(id) : throw new LeaveException($"Say which network: {order} {Network} id. The order networks lists them.");
            return order == Remove ? await RemoveAsync(network, arguments, output, errors, cancellationToken) : await ExportAsync(network, arguments, output, cancellationToken);
        }
        catch (IOException refused) when (refused is LeaveException or OrderException)
        {
            return await RefuseAsync(order, refused.Message, errors);
        }
    }

    /// <summary>Tells why nothing was begun.</summary>
    public static async Task<int> RefuseAsync(string order, string why, TextWriter errors)
    {
        await errors.WriteLineAsync($"{order} was not done:");
        await errors.WriteLineAsync("- " + why.ReplaceLineEndings(" "));
        return WrongWords;
    }

    private async Task<int> ExportAsync(NetworkId network, OrderArguments arguments, TextWriter output, CancellationToken cancellationToken)
    {
        var to = arguments.Value(To) ?? throw new LeaveException("Say where it goes: export --network id --to folder, or --to file.zip.");
        var language = arguments.Value(OrderArguments.Language) is null ? null : arguments.LanguageOr(System.Globalization.CultureInfo.InvariantCulture);
        var written = await export.WriteAsync(network, to, language, cancellationToken);
        await output.WriteLineAsync($"Exported '{written.Name}' ({network.Value}) into {Path.GetFullPath(to)}: {written.Files.Count} files, {written.Bytes} bytes, for you alone to read.");
        foreach (var file in written.Files)
        {
            await output.WriteLineAsync(file.Entries is { } entries ? $"  {file.Path}: {entries}" : $"  {file.Path}");
        }

        if (written.Secret > 0)
        {
            await output.WriteLineAsync($"Not in it: {written.Secret} papers of secret ballots that are not counted. They are in no export; wait for the result and export again.");
        }

        await output.WriteLineAsync("It is not encrypted. Hand on the folder for confidential matters and the one with contact data only to whom they concern.");
        return 0;
    }

    private async Task<int> RemoveAsync(NetworkId network, OrderArguments arguments, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        foreach (var table in NetworkHoldings.Tables)
        {
            await tables.CreateTableIfNotExistsAsync(table, cancellationToken);
        }

        await StoreMark.RefuseAsync(tables, cancellationToken);
        var plan = await removal.PlanAsync(network, cancellationToken);
        await output.WriteLineAsync(plan switch
        {
            { Name: { } name } => $"The network '{name}' ({network.Value}), tenant {plan.Tenant}:",
            { IsBegun: true } => $"The network {network.Value}, whose removal was begun and not finished. What is left:",
            _ => $"The network {network.Value}, of which a restore was never finished:",
        });
        foreach (var (kind, rows) in plan.Rows)
        {
            await output.WriteLineAsync($"  {kind}: {rows}");
        }

        await output.WriteLineAsync($"Together {plan.Rows.Values.Sum()} rows.");
        if (arguments.Value(Confirm) is not { } confirmed)
        {
            await output.WriteLineAsync($"Nothing was deleted. To delete all of it for good, stop the bot and give the order once more with {Confirm} and the network's name exactly as it is{(plan.Name is null && !plan.IsBegun ? ", or its id where it has none" : string.Empty)}.");
            return 0;
        }

        if (!await removal.IsNamedAsync(network, plan, confirmed, cancellationToken))
        {
            return await RefuseAsync(Remove, $"'{confirmed}' is not the network's name, letter by letter. Nothing was deleted.", errors);
        }

        var removed = await removal.RunAsync(network, plan, confirmed, cancellationToken);
        await output.WriteLineAsync($"Deleted for good: {removed} rows. Nothing of the network is left in this store.");
        await output.WriteLineAsync("Not reached by it: backups, snapshots and nightly copies; exports; log files and what a collector has got; what stands in Teams (messages, cards, files), in calendars and mailboxes; what Azure keeps of deleted rows inside, if the store is there. "
            + "Delete those where they lie; people remove the app from their Teams themselves.");
        return 0;
    }
}
