import { SingleBar } from 'cli-progress';

/** A stream to write to; `process.stdout` and `process.stderr` fit. */
export interface Stream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Progress of one long piece of work. */
export interface ProgressBar {
  update(done: number): void;
  stop(): void;
}

/**
 * Where a command speaks: results on stdout, everything else on stderr. Quiet mode silences all but results
 * and errors; progress bars are drawn on a terminal only.
 */
export class Terminal {
  constructor(
    private readonly stdout: Stream,
    private readonly stderr: Stream,
    readonly options: { readonly json: boolean; readonly quiet: boolean },
  ) {}

  /** A line of the result. */
  result(text: string): void {
    this.stdout.write(`${text}\n`);
  }

  /** The whole result as JSON, for machines. */
  json(value: unknown): void {
    this.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
  }

  /** What is going on; not part of the result. */
  note(text: string): void {
    if (!this.options.quiet) this.stderr.write(`${text}\n`);
  }

  error(text: string): void {
    this.stderr.write(`${text}\n`);
  }

  progress(label: string, total: number): ProgressBar {
    if (this.stderr.isTTY !== true || this.options.quiet || total <= 0) {
      return { update: () => undefined, stop: () => undefined };
    }
    const bar = new SingleBar({
      format: `${label} {bar} {percentage} % · {eta_formatted}`,
      stream: this.stderr as unknown as NodeJS.WritableStream,
      // Whatever ends the process, also a signal that nothing can catch: the cursor must not stay hidden.
      hideCursor: false,
      clearOnComplete: true,
      fps: 5,
    });
    bar.start(total, 0);
    return {
      update: (done) => {
        bar.update(Math.min(done, total));
      },
      stop: () => {
        bar.stop();
      },
    };
  }
}
