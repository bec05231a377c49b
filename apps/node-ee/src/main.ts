import { estonia } from '@oots/countries';
import { runNode } from '@oots/node';

await runNode(estonia, process.env);
