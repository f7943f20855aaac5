export * from './claim';
export * from './ClaimProgress';
export * from './ClaimReadings';
export * from './queries';
