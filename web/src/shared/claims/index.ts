export * from './claim';
export * from './ClaimProgress';
export * from './queries';
