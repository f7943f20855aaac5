export * from './colleagues';
export * from './invitations';
