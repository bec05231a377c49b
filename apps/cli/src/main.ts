import { oots } from './oots.js';

await oots(process.argv, process.env);
