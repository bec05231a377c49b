import { estonia, finland, latvia, lithuania, norway, sweden } from '@oots/countries';
import { runCommonServices } from './run-common-services.js';

await runCommonServices([estonia, finland, latvia, lithuania, norway, sweden], process.env);
