/** Where lines and bars go: process.stderr, or a test's. */
export interface Terminal {
  isTTY?: boolean | undefined;
  columns?: number | undefined;
  write(text: string): unknown;
}

/** A bar that redraws itself on a terminal; a plain line now and then elsewhere; nothing when `quiet`. */
export function startProgress(terminal: Terminal, total: number, quiet: boolean) {
  let done = 0;
  let drawn = -1;
  const isBar = terminal.isTTY === true;
  const step = isBar ? Math.max(1, Math.floor(total / 200)) : Math.max(50, Math.ceil(total / 10));

  const draw = () => {
    drawn = done;
    if (!isBar) {
      terminal.write(`${done} of ${total}\n`);
      return;
    }
    const width = Math.max(10, Math.min(40, (terminal.columns ?? 80) - 30));
    const filled = Math.round((width * done) / total);
    terminal.write(`\r[${'='.repeat(filled)}${' '.repeat(width - filled)}] ${done} of ${total} `);
  };
  return {
    advance() {
      done++;
      if (!quiet && total > 0 && (done % step === 0 || done === total)) draw();
    },
    /** Leaves the cursor on a line of its own. */
    end() {
      if (quiet || total === 0) return;
      if (drawn !== done && isBar) draw();
      if (isBar) terminal.write('\n');
    },
  };
}
