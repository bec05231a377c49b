import type { Check, Narrator, TimelineEvent } from '@oots/scenarios';
import type { Terminal } from './terminal.js';

/** Tells a story in the terminal while it happens, and afterwards what the logs say of it. */
export class StoryTeller implements Narrator {
  private steps = 0;

  constructor(private readonly terminal: Terminal) {}

  title(text: string, about: readonly string[]): void {
    const { bold, dim } = this.terminal.colours;
    this.terminal.line(bold(text));
    for (const line of about) this.terminal.line(dim(line));
  }

  step(title: string, lookAt: string): void {
    const { bold, cyan, dim } = this.terminal.colours;
    this.steps += 1;
    this.terminal.line();
    this.terminal.line(`${cyan(bold(String(this.steps)))}  ${bold(title)}`);
    this.terminal.line(`   ${dim(`look at: ${lookAt}`)}`);
  }

  detail(line: string): void {
    this.terminal.line(`   ${line}`);
  }

  /** One column a country: who did what when. */
  timeline(events: readonly TimelineEvent[], countries: readonly string[]): void {
    const { bold, dim } = this.terminal.colours;
    const lane = 30;
    this.terminal.line();
    this.terminal.line(bold('What the logs say, woven together'));
    this.terminal.line(dim(`${'ms'.padStart(7)}  ${countries.map((country) => country.padEnd(lane)).join('')}message`));
    for (const event of events) {
      const said = [event.event, event.code].filter(Boolean).join(' ');
      const lanes = countries.map((country) => (country === event.country ? said : '·').padEnd(lane)).join('');
      this.terminal.line(`${String(event.after).padStart(7)}  ${lanes}${dim(shortened(event.messageId))}`);
    }
  }

  checks(checks: readonly Check[]): void {
    const { bold, green, red } = this.terminal.colours;
    this.terminal.line();
    this.terminal.line(bold('Checked in the nodes’ own records'));
    for (const { what, holds } of checks) this.terminal.line(`  ${holds ? green('ok ') : red('NOT')}  ${what}`);
  }
}

function shortened(messageId: string | undefined): string {
  return messageId === undefined ? '' : messageId.replace(/^(.{8}).*@/, '$1…@');
}
