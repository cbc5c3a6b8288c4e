using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Tables;
using Bot.Storage;
using Bot.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Features.Checkup;

/// <summary>The store: whether a bot may work on it, and whether it can be written.</summary>
internal sealed class StoreLook(StoreProbe probe, IServiceProvider services) : ILook
{
    /// <summary>Less is free than a store should have.</summary>
    public const int FewMegabytes = 500;

    /// <summary>Less is free than a day of work may need.</summary>
    public const int TooFewMegabytes = 50;

    private const long Megabyte = 1024 * 1024;

    public Sentence Subject => Sentence.CheckupStore;

    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken)
    {
        var found = await probe.LookAsync(mayWrite: false, cancellationToken);
        if (probe.IsFileMissing || found.State is not (StoreState.Works or StoreState.New))
        {
            return Words(found);
        }

        return await StoreMark.FindReasonAsync(services.GetRequiredService<ITableStore>(), cancellationToken) is { } reason
            ? [StartWords.Wrong(reason)]
            : Words(await probe.LookAsync(mayWrite: true, cancellationToken));
    }

    /// <summary>What a finding means to whoever runs the bot.</summary>
    public static IReadOnlyList<Finding> Words(StoreFinding found) => found.State switch
    {
        StoreState.Works or StoreState.New when found.FreeBytes is { } free && free / Megabyte < FewMegabytes => [Space(found.Place, free / Megabyte)],
        StoreState.Works => [found.FreeBytes is { } free ? Fine(Sentence.CheckupStoreFile, found.Place, free / Megabyte) : Fine(Sentence.CheckupStoreTables, found.Place)],
        StoreState.New => [found.FreeBytes is { } free ? Fine(Sentence.CheckupStoreNewFile, found.Place, free / Megabyte) : Fine(Sentence.CheckupStoreNewTables, found.Place)],
        StoreState.BadFile => [StartWords.Wrong(found.Detail)],
        StoreState.NoRole => [Wrong(Sentence.CheckupStoreNoRole, found.Place)],
        StoreState.WrongKey => [Wrong(Sentence.CheckupStoreWrongKey, found.Place)],
        StoreState.NotFromHere => [Wrong(Sentence.CheckupStoreNotFromHere, found.Place)],
        StoreState.NoIdentity => [Wrong(Sentence.CheckupStoreNoIdentity, found.Place, found.Detail)],
        StoreState.Away => [Wrong(Sentence.CheckupStoreAway, found.Place, found.Detail)],
        _ => [Wrong(Sentence.CheckupStoreRefused, found.Place, found.Detail)],
    };

    private static Finding Space(string place, long megabytes) =>
        new(megabytes < TooFewMegabytes ? Gravity.Wrong : Gravity.Warning, Sentence.CheckupStoreLittleSpace, place, megabytes);

    private static Finding Fine(Sentence words, params object[] values) => new(Gravity.Fine, words, values);

    private static Finding Wrong(Sentence words, params object[] values) => new(Gravity.Wrong, words, values);
}
