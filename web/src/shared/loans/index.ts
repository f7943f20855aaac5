export * from './application';
export * from './queries';
export * from './product';
export * from './RefusalWords';
export * from './LoanProgress';
export * from './HandedIn';
export * from './MaterialFiles';
