import { sweden } from '@oots/countries';
import { runNode } from '@oots/node';

await runNode(sweden, process.env);
