import { printedSchema } from '../schema.ts';

process.stdout.write(await printedSchema());
