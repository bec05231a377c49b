import { norway } from '@oots/countries';
import { runNode } from '@oots/node';

await runNode(norway, process.env);
