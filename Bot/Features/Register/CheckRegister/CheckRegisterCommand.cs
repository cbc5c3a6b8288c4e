using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Records;
using Bot.Domain.Rights;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Register.CheckRegister;

/// <summary>"Register prüfen": whether the register is as it was recorded, for members.</summary>
/// <remarks>Everything is checked for everybody. But whoever may not read every entry is told of the register only as far as the last one they may read: that there are hidden ones
/// before it, the gaps between the numbers tell anyway; that something came after it, nobody but its committee may know, neither by a number nor by another hash. What is wrong
/// beyond is said without a number: whoever must act on it is told to ask the coordinators, and it may as well be an entry that is missing or a head that was changed.</remarks>
internal sealed class CheckRegisterCommand(ResolutionStore resolutions) : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.CheckRegister;

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        if (turn.Network.GeneralAssembly is not { } assembly || !turn.May(Right.ReadRegister, assembly))
        {
            return new Answer.Text(Messages.Get(turn.Reader, turn.Sender is null ? Sentence.MembersOnly : Sentence.ResolutionsInPrivate));
        }

        var content = await resolutions.ContentAsync(turn.Network.Id, cancellationToken);
        return new Answer.Text(Said(turn, content, RegisterInspection.FirstFault(content)));
    }

    /// <summary>What the sender is told.</summary>
    internal static string Said(Turn turn, RegisterContent content, RegisterFinding? fault)
    {
        var seesAll = turn.SeesAll(content.Rows.Select(row => row.Entry).OfType<ResolutionEntry>());
        var readable = content.Rows.Where(row => row is { Key: not null, Entry: { } entry } && (seesAll || turn.MayRead(entry))).ToList();
        var last = readable.LastOrDefault();
        if (fault is null)
        {
            return last is null
                ? Messages.Get(turn.Reader, Sentence.RegisterEmpty)
                : Messages.Get(turn.Reader, seesAll ? Sentence.RegisterIntact : Sentence.RegisterIntactSoFar, readable.Count, last.Key!.ToString(), last.Entry!.Hash);
        }

        if (!seesAll && (fault.Number is null || last is null || fault.Number > last.Key!))
        {
            return last is null ? Messages.Get(turn.Reader, Sentence.RegisterBroken) : Messages.Get(turn.Reader, Sentence.RegisterBrokenLater, last.Key!.ToString());
        }

        var isHidden = !seesAll && readable.All(row => row.Key != fault.Number) && content.Rows.Any(row => row.Key == fault.Number);
        return Messages.Get(
            turn.Reader, Sentence.RegisterBrokenAt, isHidden ? Messages.Get(turn.Reader, Sentence.RegisterFaultHidden, fault.Number!.ToString()) : Words(turn.Reader, fault));
    }

    private static string Words(Reader reader, RegisterFinding fault)
    {
        var (number, columns) = (fault.Number?.ToString() ?? string.Empty, string.Join(", ", fault.Columns.Select(column => Platform.Cards.CardText.Escape(column))));
        return fault.Fault switch
        {
            RegisterFault.Unreadable when fault.Number is null => Messages.Get(reader, Sentence.RegisterFaultStray),
            RegisterFault.Unreadable => Messages.Get(reader, Sentence.RegisterFaultUnreadable, number, columns),
            RegisterFault.Changed when fault.Columns.Count == 0 => Messages.Get(reader, Sentence.RegisterFaultChanged, number),
            RegisterFault.Changed => Messages.Get(reader, Sentence.RegisterFaultColumns, number, columns),
            RegisterFault.Misplaced => Messages.Get(reader, Sentence.RegisterFaultMisplaced, number),
            RegisterFault.Missing => Messages.Get(reader, Sentence.RegisterFaultMissing, number),
            RegisterFault.Inserted => Messages.Get(reader, Sentence.RegisterFaultInserted, number),
            RegisterFault.Detached => Messages.Get(reader, Sentence.RegisterFaultDetached, number),
            RegisterFault.Head when fault.Columns.Count == 0 => Messages.Get(reader, Sentence.RegisterFaultHeadMissing),
            RegisterFault.Head => Messages.Get(reader, Sentence.RegisterFaultHead, columns),
            RegisterFault.Guard when fault.Number is null => Messages.Get(reader, Sentence.RegisterFaultGuardStray),
            _ => Messages.Get(reader, Sentence.RegisterFaultGuard, number),
        };
    }
}
