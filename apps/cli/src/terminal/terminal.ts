import { createColors } from 'picocolors';

/** A place to write for people: colours only where somebody looks at them. */
export class Terminal {
  readonly colours: ReturnType<typeof createColors>;

  constructor(private readonly stream: NodeJS.WriteStream) {
    this.colours = createColors(Boolean(stream.isTTY));
  }

  line(text = ''): void {
    this.stream.write(`${text}\n`);
  }
}
