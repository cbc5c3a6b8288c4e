using System.Threading;
using System.Threading.Tasks;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.MemberLists.PreviewList;

/// <summary>Offers everything that was found in a list as a file.</summary>
internal sealed class ReportAction(SentLists sent, ReportFile report) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => MemberListVerbs.Report;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        var (reference, found, refusal) = await sent.FindAsync(turn, form, cancellationToken);
        return refusal ?? new CardReply.Offer(
            new Answer.File(
                report.Make(turn, found.Value, reference), Messages.Get(turn.Reader, Sentence.ImportReportDescription), Messages.Get(turn.Reader, Sentence.ImportReportOtherwise)),
            Messages.Get(turn.Reader, Sentence.FileBelow));
    }
}
