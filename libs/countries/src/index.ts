export { estonia } from './ee/profile.js';
export { finland } from './fi/profile.js';
export { sweden } from './se/profile.js';
export { norway } from './no/profile.js';
