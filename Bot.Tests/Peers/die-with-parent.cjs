// Loaded before every peer. The tests hold the other end of standard input; when their process ends, however it ends,
// the pipe closes and the peer goes with it instead of living on as an orphan.
const leave = () => process.exit(0);
process.stdin.on('end', leave).on('close', leave).on('error', leave).resume();
process.stdin.unref?.();
