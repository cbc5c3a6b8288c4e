using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Privacy;
using Bot.Domain.Rights;
using Bot.Domain.Voting;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Privacy.ShowOwnData;

/// <summary>Everything that is kept about the sender as a file (JSON) for themselves: of each row only what it says of them, never who else stands in it.</summary>
internal sealed class OwnDataFile(KeptData data, BallotStore ballots) : IFileSource
{
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc/>
    public string Kind => "own-data";

    /// <inheritdoc/>
    public async Task<FileDocument?> MakeAsync(Turn turn, IReadOnlyDictionary<string, string> reference, CancellationToken cancellationToken)
    {
        if (KeptData.Refuses(turn, Right.ReadOwnData) is not null)
        {
            return null;
        }

        var rows = await data.OfSenderAsync(turn, cancellationToken);
        var kinds = new List<object>();
        foreach (var (kind, _) in KeptData.Counted(turn.Sender!, rows))
        {
            var entries = new List<IReadOnlyDictionary<string, string>>();
            foreach (var row in rows.Where(row => row.Rows.Kind == kind))
            {
                entries.Add(await EntryAsync(turn, row, cancellationToken));
            }

            kinds.Add(new { kind = kind.ToString(), whenDeleted = KeptTable.FateOf(kind).ToString(), entries });
        }

        var content = JsonSerializer.SerializeToUtf8Bytes(new { network = turn.Network.Name, person = turn.Sender!.Id.Value, name = turn.Sender.Name, at = turn.Now.ToDateTimeOffset(), kept = kinds }, Written);
        return new FileDocument(Messages.Get(turn.Reader, Sentence.DataFileName) + ".json", content, new Dictionary<string, string>(StringComparer.Ordinal) { [FileDocument.KindField] = Kind });
    }

    /// <summary>The file as it is offered; null for those who may not have it.</summary>
    public async Task<Answer.File?> OfferAsync(Turn turn, CancellationToken cancellationToken) =>
        await MakeAsync(turn, new Dictionary<string, string>(StringComparer.Ordinal), cancellationToken) is { } document
            ? new Answer.File(document, Messages.Get(turn.Reader, Sentence.DataFileDescription), Messages.Get(turn.Reader, Sentence.DataFileOtherwise))
            : null;

    /// <summary>What a row says of the sender; of a vote also what was voted on, unless it was in a committee they may not know of any more.</summary>
    private async Task<IReadOnlyDictionary<string, string>> EntryAsync(Turn turn, KeptRow row, CancellationToken cancellationToken)
    {
        var entry = row.Said.ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal);
        entry["table"] = row.Rows.Table;
        entry["as"] = string.Join(", ", row.In(turn.Sender!.Id));
        if (row.Rows.Kind == KeptKind.Votes && await ballots.FindAsync(turn.Network, new BallotId(row.Ballot), cancellationToken) is { } ballot)
        {
            entry["ballot"] = ballot.Value.Motion.Title;
        }

        return entry;
    }
}

/// <summary>[Als Datei]: offers the file below the card.</summary>
internal sealed class OwnDataFileAction(OwnDataFile file) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => PrivacyVerbs.File;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) =>
        KeptData.Refuses(turn, Right.ReadOwnData) is { } why ? new CardReply.Say(PlainText.Of(why))
        : await file.OfferAsync(turn, cancellationToken) is { } offer ? new CardReply.Offer(offer, Messages.Get(turn.Reader, Sentence.FileBelow))
        : new CardReply.Say(Messages.Get(turn.Reader, Sentence.DataInPrivate));
}
