import { finland } from '@oots/countries';
import { runNode } from '@oots/node';

await runNode(finland, process.env);
