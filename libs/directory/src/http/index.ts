export { CommonServicesModule } from './common-services.module.js';
export { type CommonServicesSettings } from './common-services-settings.js';
export * from './start-common-services.js';
