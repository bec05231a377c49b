import { createColors } from 'picocolors';

/** What is written to; a file or a pipe does not say whether it is a terminal. */
interface Output {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** A place to write for people: colours only where somebody looks at them. */
export class Terminal {
  readonly colours: ReturnType<typeof createColors>;

  constructor(private readonly stream: Output) {
    this.colours = createColors(stream.isTTY ?? false);
  }

  line(text = ''): void {
    this.stream.write(`${text}\n`);
  }
}
