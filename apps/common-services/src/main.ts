import { COUNTRIES } from '@oots/countries';
import { runCommonServices } from './run-common-services.js';

await runCommonServices(COUNTRIES, process.env);
