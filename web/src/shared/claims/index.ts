export * from './claim';
export * from './queries';
