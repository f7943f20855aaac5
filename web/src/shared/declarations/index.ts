export * from './form';
export * from './queries';
export { fieldId, FormReading, FormRenderer } from './FormRenderer';
export { MyDeclarations, ProjectList } from './Projects';
export { ProjectBody } from './ProjectBody';
export { DeclarationBody } from './DeclarationBody';
export { DeclarationProgress } from './DeclarationProgress';
export { DateRange } from './DateRange';
export { DeclareLink } from './DeclareLink';
