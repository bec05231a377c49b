import { lithuania } from '@oots/countries';
import { runNode } from '@oots/node';

await runNode(lithuania, process.env);
