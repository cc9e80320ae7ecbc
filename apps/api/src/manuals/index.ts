export * from './content-export.ts';
export * from './content-import.ts';
export * from './facts.entity.ts';
export * from './facts.writer.ts';
export * from './manuals.module.ts';
export * from './import-library.ts';
