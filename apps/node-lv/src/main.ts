import { latvia } from '@oots/countries';
import { runNode } from '@oots/node';

await runNode(latvia, process.env);
