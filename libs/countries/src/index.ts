export { estonia } from './ee/profile.js';
